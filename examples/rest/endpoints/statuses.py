import mysite

mysite.start()

from django.test.utils import override_settings
from rest_framework.test import APIClient

from catalog.models import Project

project = Project.objects.create(title="Bus times")
one, all_of_them = f"/projects/{project.pk}/", "/projects/"
FORM = "application/x-www-form-urlencoded"

with override_settings(ROOT_URLCONF="catalog.as_viewset"):
    client = APIClient()
    for why, answer in [
        ("created", client.post(all_of_them, {"title": "Seed swap"})),
        ("unknown name", client.post(all_of_them, {"title": "Tea timer", "mood": "green"})),
        ("wrong value", client.post(all_of_them, {"title": "Bus times", "seats": "many"})),
        ("not JSON", client.post(all_of_them, '{"title":', content_type="application/json")),
        ("unknown id", client.get("/projects/999/")),
        ("wrong method", client.post(one, {})),
        ("asks for CSV", client.get(one, headers={"Accept": "text/csv"})),
        ("sends a form", client.post(all_of_them, "title=Tea", content_type=FORM)),
        ("deleted", client.delete(one)),
    ]:
        print(f"{why:13} {answer.status_code} {answer.content.decode()}")
