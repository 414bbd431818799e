def react(event: dict[str, str]) -> str:
    """Choose the news that an event of the board makes."""
    match event:
        case {}:
            return "empty event"
        case {"type": "closed"}:
            return "project closed"
        case _:
            return "no news"


event = {"type": "closed"}
event["slug"] = "chat"
print(react(event))
