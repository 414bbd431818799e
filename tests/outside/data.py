"""Fill the board's empty database: `python -m outside.data`, in the environment of the server.

Two people who can sign in each have a project with everything in it, so that whatever a
client asks for exists; the seeded rows around them fill more than one page.
"""

import django

PASSWORD = "a long enough sentence"
PEOPLE = {"Ada": "ada@example.org", "Lin": "lin@example.org", "Sam": "sam@example.org"}


def main() -> None:
    """Write the rows, through the services where they have rules."""
    django.setup()
    from django.core.management import call_command
    from django.utils import timezone

    from people.models import Person
    from projects import services

    call_command("migrate", verbosity=0)
    call_command("seed", projects=60)
    ada, lin, sam = (
        Person.objects.create_user(
            email=email, name=name, password=PASSWORD, email_verified_at=timezone.now()
        )
        for name, email in PEOPLE.items()
    )
    for owner, guest in ((ada, lin), (lin, ada)):
        project = services.announce_project(
            owner=owner,
            title=f"{owner.name}'s map",
            pitch="A map of all bus stops.",
            skills=["django", "react"],
            seats=20,
        )
        services.accept_request(
            actor=owner, request=services.ask_to_join(person=guest, project=project)
        )
        services.ask_to_join(person=sam, project=project, message="I can build the map.")
        blocker = services.write_post(
            author=guest, project=project, kind="blocker", title="No tiles", body="Who has some?"
        )
        services.write_post(
            author=owner,
            project=project,
            kind="solution",
            title="Tiles",
            body="Here they are.",
            solves=blocker,
        )


if __name__ == "__main__":
    main()
