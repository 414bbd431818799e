"""Ask modules for names that they do not have, or not yet."""


def misspelled() -> None:
    """Import a name with a typo in it."""
    from board_tools import slugfy

    print(slugfy)


def circular() -> None:
    """Import from two modules that need each other."""
    from cycle_from.people import Person

    print(Person)


for attempt in (misspelled, circular):
    try:
        attempt()
    except ImportError as error:
        print(str(error).removesuffix(f" ({error.path})"))
