def invite(person: str, project: str) -> str:
    """Return an invitation; strings side by side become one."""
    return (
        f"Hello {person}, the project {project} looks for someone with your skills. "
        "The owner answers within three days."
    )


def may_post(*, is_member: bool, is_owner: bool, kind: str, status: str) -> bool:
    """Return whether a post is allowed; each line starts with its operator."""
    return (
        (is_member or is_owner)
        and kind in {"progress", "blocker", "solution", "announcement"}
        and status not in {"done", "withdrawn"}
    )


print(invite("Lin", "chat-api"))
print(may_post(is_member=True, is_owner=False, kind="blocker", status="open"))
