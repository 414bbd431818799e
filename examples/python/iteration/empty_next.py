from collections.abc import Iterator

# --8<-- [start:stop]
posts: list[str] = []
try:
    newest = next(iter(posts))
except StopIteration as error:
    print(f"next: {type(error).__name__}")
print("default:", next(iter(posts), None))
# --8<-- [end:stop]


# --8<-- [start:runtime]
def first_posts(threads: list[list[str]]) -> Iterator[str]:
    """Yield the first post of each thread; wrong for an empty thread."""
    for thread in threads:
        yield next(iter(thread))


def first_posts_safe(threads: list[list[str]]) -> Iterator[str]:
    """Yield the first post of each thread that has one."""
    for thread in threads:
        for post in thread:
            yield post
            break


threads = [["hello"], [], ["done"]]
try:
    print(list(first_posts(threads)))
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
print(list(first_posts_safe(threads)))
# --8<-- [end:runtime]
