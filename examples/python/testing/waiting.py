import doctest


def waiting(days: int) -> str:
    """Say how long a join request has waited.

    >>> waiting(0)
    'today'
    >>> waiting(1)
    '1 day'
    >>> waiting(9)
    '9 days'
    """
    if days == 0:
        return "today"
    return "1 day" if days == 1 else f"{days} days"


if __name__ == "__main__":
    result = doctest.testmod()
    print(f"{result.attempted} examples, {result.failed} failed")
