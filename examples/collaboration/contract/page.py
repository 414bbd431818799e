# needs: board
import json

import django

django.setup()

from django.test import Client

response = Client(headers={"host": "localhost"}).get("/apis/v2/projects/")
print(response.status_code, response["Content-Type"])
try:
    json.loads(response.text)
except json.JSONDecodeError as error:
    print("JSONDecodeError:", error)
