from collections.abc import Iterator


def blockers(posts: list[str]) -> Iterator[str]:
    """Yield the posts that report a blocker."""
    return (post for post in posts if post.startswith("blocker"))


class Blockers:
    """The blockers among some posts; every loop starts afresh."""

    def __init__(self, posts: list[str]) -> None:
        self.posts = posts

    def __iter__(self) -> Iterator[str]:
        for post in self.posts:
            if post.startswith("blocker"):
                yield post


def main() -> None:
    posts = ["blocker: CORS", "progress: models", "blocker: DNS"]

    once = blockers(posts)
    print("first: ", list(once))
    print("second:", list(once))
    print("max of nothing:", max(once, default="no error, no data"))

    kept = list(blockers(posts))
    print("list:  ", len(kept), len(kept))

    afresh = Blockers(posts)
    print("class: ", len(list(afresh)), len(list(afresh)))


if __name__ == "__main__":
    main()
