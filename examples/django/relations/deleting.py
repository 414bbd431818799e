# needs: board
import django

django.setup()

from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from projects.models import JoinRequest, Post

blocker = Post.objects.filter(kind="blocker").earliest("id")
project, owner = blocker.project, blocker.project.owner
solution = Post.objects.create(
    project=project, author=owner, kind="solution", title="Name the origin", solves=blocker
)
blocker.delete()
solution.refresh_from_db()
print("SET_NULL: the solution stays, and solves", solution.solves)

total, rows = project.delete()
print("CASCADE: rows deleted of", sorted(name.partition(".")[2] for name in rows))

try:
    owner.delete()
except ProtectedError as error:
    print("PROTECT: ProtectedError:", error.args[0])

asked = JoinRequest.objects.first()
try:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM projects_project WHERE id = %s", [asked.project_id])
except IntegrityError as error:
    print("SQL: IntegrityError:", error)
