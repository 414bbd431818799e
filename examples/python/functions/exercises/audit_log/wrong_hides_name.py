def audited(log):
    """Leave out functools.wraps."""

    def decorator(func):
        def wrapper(person, *args, **kwargs):
            result = func(person, *args, **kwargs)
            log.append(f"{func.__name__} by {person}")
            return result

        return wrapper

    return decorator
