from functools import wraps


def audited(log):
    """Write the line before it is known whether the call succeeds."""

    def decorator(func):
        @wraps(func)
        def wrapper(person, *args, **kwargs):
            log.append(f"{func.__name__} by {person}")
            return func(person, *args, **kwargs)

        return wrapper

    return decorator
