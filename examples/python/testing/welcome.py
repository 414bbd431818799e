from mailer import send


def welcome(person: str) -> str:
    """Greet a new member by mail."""
    return send(person, "welcome to the team")
