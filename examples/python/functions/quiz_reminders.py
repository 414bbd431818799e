def remind(person: str, days: int = 7, *channels: str) -> str:
    """Plan a reminder for an owner who has not answered a join request."""
    return f"{person}: {days} days, {len(channels)} channels"


print(remind("Ada", 3, "mail", "chat"))
print(remind("Lin", "mail", "chat"))
