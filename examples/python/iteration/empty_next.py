from collections.abc import Iterator
from itertools import chain


def blockers(posts: list[str]) -> Iterator[str]:
    """Yield the posts that report a blocker."""
    return (post for post in posts if post.startswith("blocker"))


found = blockers(["progress: models"])
try:
    next(found)
except StopIteration as error:
    print(f"{type(error).__name__}, its text: {str(error)!r}")
print("with a default:", next(found, None))

found = blockers(["blocker: CORS", "blocker: DNS"])
first = next(found, None)
if first is None:
    print("nothing is blocked")
else:
    for post in chain([first], found):  # put the first one back
        print(post)
