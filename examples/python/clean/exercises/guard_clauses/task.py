MAX_POST = 280  # a post can be read at one glance


def post_answer(text: str, *, is_member: bool, is_open: bool) -> str:
    """Say what happens to a post on a project's page."""
    if is_member:
        if is_open:
            if text.strip():
                if len(text) <= MAX_POST:
                    return "published"
                else:
                    return f"shorten it by {len(text) - MAX_POST}"
            else:
                return "write something"
        else:
            return "the project is closed"
    else:
        return "join the project first"
