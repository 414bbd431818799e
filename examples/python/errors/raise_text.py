class AlreadyRequested:
    """Looks like an error, but inherits from nothing."""


for failure in ("already requested", AlreadyRequested()):
    try:
        raise failure
    except TypeError as error:
        print(f"{type(error).__name__}: {error}")
