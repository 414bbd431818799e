from django.conf import settings

settings.configure(
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
)

import django
from django.db import connection, models
from django.test.utils import CaptureQueriesContext
from django.utils.functional import cached_property

django.setup()


class Project(models.Model):
    """A project that knows how many posts it has, once somebody has asked."""

    class Meta:
        app_label = "lesson"

    @cached_property
    def post_count(self) -> int:
        """Count the posts."""
        return self.posts.count()


class Post(models.Model):
    """News of a project."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="posts")

    class Meta:
        app_label = "lesson"


with connection.schema_editor() as editor:
    editor.create_model(Project)
    editor.create_model(Post)

project = Project.objects.create()
with CaptureQueriesContext(connection) as queries:
    print("posts:", project.post_count, project.post_count, "queries:", len(queries))

project.posts.create()
project.refresh_from_db()
print("after refresh_from_db:", project.post_count)
del project.post_count
print("after del:", project.post_count)
