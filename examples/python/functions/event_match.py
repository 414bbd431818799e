from typing import Any


def react(event: Any) -> str:
    """Turn one join-request event of the board into a line of news."""
    match event:
        case {"type": "requested", "person": str(person), "skills": [first, *rest]}:
            return f"{person} asks to join with {first} and {len(rest)} more skills"
        case {"type": "requested", "person": str(person)}:
            return f"{person} asks to join"
        case {"type": "decided", "status": "accepted" | "declined" as status}:
            return f"the owner has {status} a request"
        case {"type": "withdrawn", "days": int(days)} if days > 30:
            return f"withdrawn after {days} days: remind owners earlier"
        case _:
            return f"no news in {event}"


if __name__ == "__main__":
    events = [
        {"type": "requested", "person": "Ada", "skills": ["React", "CSS", "SQL"]},
        {"type": "requested", "person": "Lin", "skills": []},
        {"type": "requested", "person": None},
        {"type": "decided", "status": "declined", "reason": "team is full"},
        {"type": "withdrawn", "days": 45},
        {"type": "withdrawn", "days": 2},
    ]
    for event in events:
        print(react(event))
