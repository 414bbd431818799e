from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass
class Post:
    """A message on a project, with the replies under it."""

    author: str
    text: str
    # In quotes, because the class Post is still being made here.
    replies: list["Post"] = field(default_factory=list)


def walk(post: Post, depth: int = 0) -> Iterator[tuple[int, Post]]:
    """Yield a post and everything below it, each with its depth."""
    yield depth, post
    for reply in post.replies:
        yield from walk(reply, depth + 1)


def main() -> None:
    fixed = Post("Ada", "That was it, thank you")
    hint = Post("Lin", "Is the origin in your CORS settings?", [fixed])
    thread = Post("Ada", "Login fails in the browser", [hint, Post("Sam", "Same here")])
    for depth, post in walk(thread):
        print(f"{'    ' * depth}{post.author}: {post.text}")


if __name__ == "__main__":
    main()
