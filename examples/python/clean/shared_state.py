told: set[str] = set()  # a module global that functions change


def to_tell_global(followers: list[str]) -> list[str]:
    """Return who has not heard yet, and remember them for good."""
    news = [name for name in followers if name not in told]
    told.update(news)
    return news


def to_tell(followers: list[str], already_told: set[str]) -> list[str]:
    """Return who has not heard yet; the caller keeps the record."""
    return [name for name in followers if name not in already_told]


def main() -> None:
    """Tell the same people about two different posts."""
    followers = ["Ada", "Lin"]
    print("global, post 1:", to_tell_global(followers))
    print("global, post 2:", to_tell_global(followers))
    print("passed, post 1:", to_tell(followers, already_told=set()))
    print("passed, post 2:", to_tell(followers, already_told={"Lin"}))


if __name__ == "__main__":
    main()
