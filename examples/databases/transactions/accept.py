# needs: board
import django

django.setup()

from notifications.models import OutboxMessage
from people.models import Person
from projects import services
from projects.errors import Conflict

owner, lindi, jose = Person.objects.exclude(email_verified_at=None).order_by("id")[:3]
project = services.announce_project(owner=owner, title="Tea timer", pitch="One seat.", seats=1)
requests = [services.ask_to_join(person=person, project=project) for person in (lindi, jose)]

for request in requests:
    before = OutboxMessage.objects.count()
    try:
        services.accept_request(actor=owner, request=request)
        print("accepted")
    except Conflict as error:
        print("refused:", error.code, "-", error.message)
    request.refresh_from_db()
    told = OutboxMessage.objects.count() - before
    print(f"  request: {request.status}, decided: {bool(request.decided_at)}, messages: {told}")
