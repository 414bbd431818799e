def answer(role: str, status: str = "open", *, asked_before: bool = False) -> str:
    """Tell a person what pressing "Ask to join" does."""
    if asked_before:
        return "You have asked already."
    if status == "open":
        verdict = "Request sent"
    elif status == "paused":
        verdict = "Kept until the project reopens"
    else:
        verdict = "This project takes no requests"
    return f"{verdict} ({role})."


if __name__ == "__main__":
    print(answer("frontend"))
    print(answer("frontend", "paused"))
    print(answer(status="done", role="both"))
    print(answer("frontend", asked_before=True))
