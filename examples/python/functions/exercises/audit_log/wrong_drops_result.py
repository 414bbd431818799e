from functools import wraps


def audited(log):
    """Call the function and forget what it returned."""

    def decorator(func):
        @wraps(func)
        def wrapper(person, *args, **kwargs):
            func(person, *args, **kwargs)
            log.append(f"{func.__name__} by {person}")

        return wrapper

    return decorator
