# raises: RuntimeError
from collections.abc import Iterator

POSTS = {"recipe-box": ["models done", "API done"], "bus-times": []}


def first_posts(posts: dict[str, list[str]]) -> Iterator[str]:
    """Yield the first post of each project."""
    for texts in posts.values():
        yield next(iter(texts))


for text in first_posts(POSTS):
    print(text)
