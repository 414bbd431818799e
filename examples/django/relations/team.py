import django
from django.conf import settings
from django.db import connection, models

settings.configure(
    INSTALLED_APPS=[__name__],
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
)
django.setup()


# --8<-- [start:models]
class Person(models.Model):
    name = models.CharField(max_length=80)


class Project(models.Model):
    title = models.CharField(max_length=120)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_projects")
    team = models.ManyToManyField(Person, through="Membership", related_name="projects")


class Membership(models.Model):
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=["project", "person"], name="membership_once"),
        )


# --8<-- [end:models]
with connection.schema_editor() as editor:
    for model in (Person, Project, Membership):
        editor.create_model(model)
