# needs: board
import django

django.setup()

from django.db import connection
from django.db.models import Prefetch
from django.test.utils import CaptureQueriesContext

from projects.models import Post, Project

ten = Project.objects.order_by("id")[:10]

with CaptureQueriesContext(connection) as queries:
    for project in ten.prefetch_related("posts"):
        blockers = [post.title for post in project.posts.filter(kind="blocker")]
print(len(queries), "queries: .filter() asks again, and what was prefetched lies unused")

blockers = Post.objects.filter(kind="blocker").select_related("author")
with CaptureQueriesContext(connection) as queries:
    found = 0
    for project in ten.prefetch_related(Prefetch("posts", blockers, to_attr="blockers")):
        found += len([f"{post.title} ({post.author.name})" for post in project.blockers])
print(len(queries), "queries: Prefetch with a filtered query set,", found, "blockers")

newest = Post.objects.order_by("-created_at", "-id")[:2]
with CaptureQueriesContext(connection) as queries:
    for project in ten.prefetch_related(Prefetch("posts", newest, to_attr="newest")):
        assert len(project.newest) <= 2
print(len(queries), "queries: the two newest posts of each")
