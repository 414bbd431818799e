import json

from django.test import Client

import counting
from crew import mailserver
from crew.models import JoinRequest, Mail

counting.reset()
client = Client(raise_request_exception=False)
for number, what in [(0, "nothing fails"), (3, "mail server away"), (5, "later rule says no")]:
    waiting: list[int] = []
    token = mailserver.waiting.set(waiting)
    answer = client.post(f"/join/step_0/{number}/")
    mailserver.waiting.reset(token)
    found = {
        "status": answer.status_code,
        "waited for the mail server": bool(waiting),
        "saved": JoinRequest.objects.filter(number=number).exists(),
        "mail out": Mail.objects.using("outside").filter(number=number).exists(),
    }
    print(f"{what:20}", json.dumps(found))
