from collections.abc import Iterator


def first_posts(threads: list[list[str]]) -> Iterator[str]:
    """Yield the first post of each thread; wrong for an empty thread."""
    for thread in threads:
        yield next(iter(thread))


def first_posts_safe(threads: list[list[str]]) -> Iterator[str]:
    """Yield the first post of each thread that has one."""
    for thread in threads:
        post = next(iter(thread), None)
        if post is not None:
            yield post


def main() -> None:
    threads = [["hello", "welcome"], [], ["done"]]
    try:
        print(list(first_posts(threads)))
    except RuntimeError as error:
        print(f"{type(error).__name__}: {error}")
    print(list(first_posts_safe(threads)))


if __name__ == "__main__":
    main()
