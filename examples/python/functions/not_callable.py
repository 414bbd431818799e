# raises: TypeError
def mute(func):
    """Call the function and lose its result."""

    def wrapper(*args, **kwargs):
        func(*args, **kwargs)  # forgot: return func(...)

    return wrapper


def logged(func):
    """Print each call, but forget to return the wrapper."""

    def wrapper(*args, **kwargs):
        print(f"-> {func.__name__}")
        return func(*args, **kwargs)

    # forgot: return wrapper


@mute
def decline(person):
    """Decline a join request."""
    return f"declined {person}"


@logged
def accept(person):
    """Accept a join request."""
    return f"accepted {person}"


print("decline gives", decline("Lin"))
print("accept is", accept)
accept("Ada")
