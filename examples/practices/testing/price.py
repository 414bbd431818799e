# needs: board
"""One wrong comparison, found on different days: what there is to mend each time."""

from unittest.mock import patch

import django

django.setup()

from django.core import mail

from people.models import Person
from projects import services
from projects.models import Project

PEOPLE = Person.objects.filter(email_verified_at__isnull=False, is_active=True)
taken = services._seats_taken
# As if accept_request said `>` in place of `>=`: one person too many fits.
off_by_one = patch.object(services, "_seats_taken", lambda project: taken(project) - 1)


def one_more(project: Project) -> int:
    """Let somebody new ask and be accepted; return how many mails said so."""
    others = PEOPLE.exclude(pk=project.owner_id).exclude(join_requests__project=project)
    request = services.ask_to_join(person=others.order_by("pk")[0], project=project)
    before = len(mail.outbox)
    services.accept_request(actor=project.owner, request=request)
    return len(mail.outbox) - before


watched = list(Project.objects.filter(status="open", seats__lte=4).order_by("pk")[:20])
seatless = mails = 0
print("found         people without a seat   rows to mend   mails nobody can unsend")
print(f"by the test  {seatless:22} {seatless * 2:14} {mails:25}")
with off_by_one:
    mail.outbox = []
    for day in (1, 2, 3):
        for project in list(watched):
            sent = one_more(project)
            if taken(project) > project.seats:  # the team is larger than its table
                seatless, mails = seatless + 1, mails + sent
                watched.remove(project)
        print(f"after day {day}  {seatless:22} {seatless * 2:14} {mails:25}")
