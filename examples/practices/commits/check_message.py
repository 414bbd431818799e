"""Says what is wrong with a commit message: the form that a program can judge."""

import re

PAST = re.compile(r"(?!need|feed|speed|embed|proceed|shed|shred)\w+ed$")


def faults(message: str) -> list[str]:
    """Return one line for each fault; none for a good message."""
    subject, *rest = message.rstrip("\n").split("\n")
    first = subject.split(" ", 1)[0]
    found = []
    if len(subject) > 72:
        found.append(f"the subject has {len(subject)} characters: 72 fit everywhere")
    if not first[:1].isupper():
        found.append("the subject does not begin with a capital letter")
    if subject.endswith("."):
        found.append("the subject is a title: it ends without a period")
    if PAST.match(first.lower()):
        found.append(f"{first!r} is past: say what the commit does, as in a command")
    if subject.lower() in {"fix", "fixes", "update", "wip", "changes", "misc", "final"}:
        found.append(f"{subject!r} says nothing: fix what, and why?")
    if rest and rest[0]:
        found.append("an empty line must part the subject from the body")
    return found


if __name__ == "__main__":
    for text in (
        "fixed stuff.",
        "Update",
        "Refuse a second request while one is open\nTwo could both be accepted.",
        "Refuse a second request while one is open\n\nTwo could both be accepted.",
    ):
        print(text.split("\n")[0])
        print("  " + ("\n  ".join(faults(text)) or "nothing to say"))
