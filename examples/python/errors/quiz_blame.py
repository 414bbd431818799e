MEMBERS = {"ada": "ada@board.example"}
TEXTS = {"welcome": "Welcome to the board"}


def invite(name: str) -> str:
    try:
        address = MEMBERS[name]
        text = TEXTS["invite"]
    except KeyError:
        return f"{name} is no member"
    return f"to {address}: {text}"


print(invite("ada"))
