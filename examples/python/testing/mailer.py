def send(to: str, text: str) -> str:
    """Deliver a text; here it only says so."""
    return f"REAL mail to {to}: {text}"
