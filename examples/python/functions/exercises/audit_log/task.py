def audited(log):
    """Append a line to the log after each successful call of the function."""

    def decorator(func):
        def wrapper(person, *args, **kwargs):
            pass  # write your answer here

        return wrapper

    return decorator
