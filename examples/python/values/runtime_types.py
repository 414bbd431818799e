def double(count: int) -> int:
    """Return twice the count."""
    return count * 2


def main() -> None:
    """Ask objects for their type, then ignore a type hint."""
    value = 3
    print(type(value).__name__)
    value = "three"  # the name may move to an object of another type
    print(type(value).__name__)

    is_open = True
    print("type:", type(is_open).__name__, type(is_open) is int)
    print("isinstance:", isinstance(is_open, bool), isinstance(is_open, int))
    print("several types:", isinstance(2.5, (int, float)))

    print("hint kept:", double(4))
    print("hint ignored:", double("ab"))


if __name__ == "__main__":
    main()
