def must_mail(pending: int, last_pending: int) -> bool:
    """Say whether the number of join requests has changed since the last mail."""
    return pending is not last_pending


print("trial:", must_mail(int("12"), int("12")))
print("production:", must_mail(int("5000"), int("5000")))
