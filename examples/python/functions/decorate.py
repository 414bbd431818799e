from functools import wraps


def logged_plain(func):
    """Print each call; hide the name of the function."""

    def wrapper(*args, **kwargs):
        print(f"-> {func.__name__}{args}")
        return func(*args, **kwargs)

    return wrapper


def logged(func):
    """Print each call; keep the name of the function."""

    @wraps(func)
    def wrapper(*args, **kwargs):
        print(f"-> {func.__name__}{args}")
        return func(*args, **kwargs)

    return wrapper


def accept(person, project):
    """Accept a join request."""
    return f"{person} joins {project}"


accept = logged_plain(accept)  # decorated by hand


@logged  # the same step, written above the function
def decline(person, project):
    """Decline a join request."""
    return f"{person} does not join {project}"


print(accept("Ada", "chat"))
print(decline("Lin", "chat"))
print("without wraps:", accept.__name__, "|", accept.__doc__)
print("with wraps:   ", decline.__name__, "|", decline.__doc__)
