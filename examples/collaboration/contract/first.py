# needs: board
import json

import django

django.setup()

from django.conf import settings
from django.test import Client

from checker import problems

contract = json.loads((settings.BASE_DIR / "contract" / "openapi-v2.json").read_text("utf-8"))
promise = contract["paths"]["/api/v2/projects/"]["get"]["responses"]["200"]
schema = promise["content"]["application/json"]["schema"]
answer = Client(headers={"host": "localhost"}).get("/api/v2/projects/?page_size=2").json()
print("The board:", problems(contract, schema, answer) or "keeps the contract")

first, second = answer["results"]
first["seats"] = "3"
first["status"] = "closed"
second["memberCount"] = second.pop("member_count")
second["owner"] = "Ada 4"
print("Another backend:")
for line in problems(contract, schema, answer):
    print(" ", line)
