MAX_POST = 280  # a post can be read at one glance


def post_answer(text: str, *, is_member: bool, is_open: bool) -> str:
    """Say what happens to a post on a project's page."""
    if not is_member:
        return "join the project first"
    if not is_open:
        return "the project is closed"
    if not text.strip():
        return "write something"
    if len(text) > MAX_POST:
        return f"shorten it by {len(text) - MAX_POST}"
    return "published"
