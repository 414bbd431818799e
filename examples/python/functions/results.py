def notify(person: str) -> None:
    """Send a mail; there is nothing to return."""
    print(f"(mail to {person})")


def seats_left(seats: int, members: int) -> str:
    """Tell how many seats a project has left."""
    if members < seats:
        return f"{seats - members} of {seats} seats left"
    # bug: a full project reaches the end without a return


def tally(statuses: list[str]) -> tuple[int, int]:
    """Count accepted and pending join requests."""
    return statuses.count("accepted"), statuses.count("pending")


print("notify returns", notify("Ada"))
print("one free seat:", seats_left(seats=3, members=2))
print("a full project:", seats_left(seats=3, members=3))

accepted, pending = tally(["accepted", "pending", "pending"])
print(f"{accepted} accepted, {pending} pending")
