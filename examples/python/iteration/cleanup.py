from collections.abc import Generator
from contextlib import closing
from itertools import count


def watch(project: str) -> Generator[str, None, None]:
    """Yield posts without end; free the connection at the end."""
    print(f"  connect to {project}")
    try:
        for number in count(1):
            yield f"{project}: post {number}"
    finally:
        print(f"  disconnect from {project}")


posts = watch("recipe-box")
for post in posts:
    print(post)
    break
print("after break: still connected")
posts.close()
print("closed, what is left:", list(posts))

with closing(watch("bus-times")) as posts:
    print(next(posts))
print("closed by with")
