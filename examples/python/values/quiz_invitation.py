# raises: UnboundLocalError
text = "ask the owner"


def invitation(status: str) -> str:
    """Say how a visitor can join a project."""
    if status == "open":
        text = "join us"
    return text


print(invitation("open"))
print(invitation("draft"))
