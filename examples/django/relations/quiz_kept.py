from django.db.models import QuerySet

from team import Person, Project

ada = Person.objects.create(name="Ada")
Project.objects.create(title="Farm market", owner=ada)

projects: QuerySet[Project] = ada.owned_projects.filter(title__startswith="F")
print(len(projects))

Project.objects.create(title="Food bank", owner=ada)
print(len(projects), projects.count(), projects.all().count())
