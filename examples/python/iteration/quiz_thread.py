from collections.abc import Iterator

REPLIES = {
    "Login fails": ["Which browser?", "Same here"],
    "Which browser?": ["Firefox"],
    "Same here": [],
    "Firefox": [],
}


def thread(post: str) -> Iterator[str]:
    """Yield a post and everything below it."""
    yield post
    for reply in REPLIES[post]:
        thread(reply)


print(list(thread("Login fails")))
