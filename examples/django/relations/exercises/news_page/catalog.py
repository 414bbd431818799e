import django
from django.conf import settings
from django.db import connection, models

settings.configure(
    INSTALLED_APPS=[__name__],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()


class Person(models.Model):
    name = models.CharField(max_length=80)


class Project(models.Model):
    title = models.CharField(max_length=120)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_projects")


class Post(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="posts")
    kind = models.CharField(max_length=12)
    title = models.CharField(max_length=120)


class Membership(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")


with connection.schema_editor() as editor:
    for model in (Person, Project, Post, Membership):
        editor.create_model(model)
