# raises: UnboundLocalError
def read_places(text: str) -> int:
    """Return the number of places; complain about bad input."""
    error = None
    try:
        places = int(text)
    except ValueError as error:
        places = 0
        print("inside the handler:", error)
    if error:
        print("after the handler:", error)
    return places


read_places("two")
