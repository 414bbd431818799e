# needs: board
import json

import django

django.setup()

from django.conf import settings

contract = json.loads((settings.BASE_DIR / "contract" / "openapi-v2.json").read_text("utf-8"))
operation = contract["paths"]["/api/v2/projects/{project_slug}/requests/"]["post"]
print(operation["summary"])
print("asks for one of:", [name for way in operation["security"] for name in way])

body = operation["requestBody"]["content"]["application/json"]["schema"]
name = body["$ref"].rpartition("/")[2]
fields = contract["components"]["schemas"][name]
print(f"takes {name}:", {key: part.get("maxLength") for key, part in fields["properties"].items()})
print("needs:", fields.get("required", []))
for status, answer in operation["responses"].items():
    print(status, answer.get("description") or answer["$ref"].rpartition("/")[2])
