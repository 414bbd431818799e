import mysite

mysite.start()

import logging

from django.test.utils import override_settings
from rest_framework.test import APIClient

logging.disable()  # what is printed below says it all
SITE = {
    "ROOT_URLCONF": "catalog.as_viewset",
    "MIDDLEWARE": ["django.middleware.common.CommonMiddleware"],  # in every new project
    "ALLOWED_HOSTS": ["testserver"],
}
NEW = {"title": "Seed swap"}

with override_settings(**SITE):
    client = APIClient()
    answer = client.get("/projects")
    print("GET ", answer.status_code, "to", answer["Location"])
    answer = client.post("/projects", NEW)
    print("POST", answer.status_code, "to", answer["Location"])
    followed = client.get(answer["Location"])  # what most clients do after a 301
    print("  followed with GET:", followed.status_code, followed.json(), "- nothing was created")

with override_settings(**SITE, DEBUG=True):
    try:
        client.post("/projects", NEW)
    except RuntimeError as error:
        print("POST, DEBUG: RuntimeError:", str(error).partition(" (")[0])

with override_settings(**SITE, APPEND_SLASH=False):
    print("POST, APPEND_SLASH=False:", client.post("/projects", NEW).status_code)
