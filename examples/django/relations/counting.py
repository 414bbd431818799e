# needs: board
import django

django.setup()

from django.db.models import Count, Q

from projects.models import Project
from projects.selectors import member_count, pending_count

project = Project.objects.get(slug="lost-and-found-20-104")
print("true:       ", project.memberships.count(), "in the team,", project.posts.count(), "posts")

one = Project.objects.filter(pk=project.pk)
joined = one.annotate(team=Count("memberships"), news=Count("posts")).get()
print("two joins:  ", joined.team, "in the team,", joined.news, "posts")

team, news = Count("memberships", distinct=True), Count("posts", distinct=True)
distinct = one.annotate(team=team, news=news).get()
print("distinct:   ", distinct.team, "in the team,", distinct.news, "posts")

apart = one.annotate(members=member_count(), pending=pending_count()).get()
print("subqueries: ", apart.members, "members without the owner,", apart.pending, "pending")

blockers = Count("posts", filter=Q(posts__kind="blocker"))
print("conditional:", one.annotate(blockers=blockers).get().blockers, "blockers")

rows = Project.objects.filter(pk=project.pk, memberships__role__in=["owner", "member"])
print("filter:     ", rows.count(), "rows for one project,", rows.distinct().count(), "distinct")
