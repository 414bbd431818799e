class AlreadyRequested(Exception):
    """This person already asked to join this project."""


requests: set[tuple[str, str]] = set()


def ask_to_join(person: str, project: str) -> None:
    """Record one join request per person and project."""
    if (person, project) in requests:
        raise AlreadyRequested(f"{person} already asked to join {project}")
    requests.add((person, project))


for person in ["Ada", "Ada", "Lin"]:
    try:
        ask_to_join(person, "nexus")
    except AlreadyRequested as error:
        print("refused:", error)
    else:
        print("sent for", person)
print("requests kept:", len(requests))
