class Post:
    """Something a member writes on a project."""

    def __init__(self, author: str, text: str) -> None:
        self.author = author
        self.text = text

    def render(self) -> str:
        """Return the line that the board shows."""
        return f"{self.author}: {self.text}"


class Blocker(Post):
    """A post that asks one person for help."""

    def __init__(self, author: str, text: str, asks: str) -> None:
        super().__init__(author, text)
        self.asks = asks

    def render(self) -> str:
        """Extend the parent's line."""
        return f"BLOCKED {super().render()} (asks {self.asks})"


posts: list[Post] = [
    Post("Ada", "API is live"),
    Blocker("Sam", "login returns 403", asks="Ada"),
]
for post in posts:
    print(post.render())
print(isinstance(posts[1], Post), issubclass(Blocker, Post))
