# needs: board
"""What a form makes of an error: text beside each field, and one decision by code."""

import django

django.setup()

from rest_framework.test import APIClient

from people.models import Person

client = APIClient(SERVER_NAME="localhost")
client.force_authenticate(Person.objects.get(pk=2))


def send(form: dict[str, object]) -> None:
    """Post the form and do what a page would do with the answer."""
    answer = client.post("/api/v2/projects/", form, format="json")
    print(answer.status_code, *sorted(form))
    if answer.status_code < 400:
        return
    problem = answer.json()
    match problem["code"]:  # programs decide by this, never by the text
        case "invalid":
            for error in problem["errors"]:
                field = error["pointer"].removeprefix("#/")
                print(f"  beside <input name={field!r}>: {error['detail']}")
        case "slug_taken":
            print("  offer another address; what was typed stays in the form")
        case other:
            print(f"  a general message, and a line in the log: {other}")


send({"title": "", "pitch": "Trams, live.", "seats": 40})
send({"title": "Trams", "pitch": "Trams, live.", "slug": "trams"})
send({"title": "Trams again", "pitch": "The same address.", "slug": "trams"})
