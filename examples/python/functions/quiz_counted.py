def counted(func):
    """Count the calls of a function."""
    print(f"counting {func.__name__}")
    calls = 0

    def wrapper(*args, **kwargs):
        nonlocal calls
        calls += 1
        func(*args, **kwargs)

    return wrapper


@counted
def seats_left(project):
    """Tell how many seats a project has left."""
    return 3


seats_left("chat")
seats_left("maps")
