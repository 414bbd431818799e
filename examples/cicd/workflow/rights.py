Rights = dict[str, str]


def token_rights(workflow: Rights | None, job: Rights | None, *, fork: bool = False) -> Rights:
    """Return what GITHUB_TOKEN may do in a job of a `pull_request` or `push` run."""
    chosen = workflow if job is None else job  # a job's block replaces the whole block above
    if chosen is None:
        return {"?": "whatever the repository's settings say"}
    return {
        scope: "read" if fork and right == "write" else right  # a fork's run never writes
        for scope, right in chosen.items()
        if right != "none"
    }


above = {"contents": "read", "issues": "write"}
print("no block:  ", token_rights(None, None))
print("workflow:  ", token_rights(above, None))
print("job:       ", token_rights(above, {"pull-requests": "write"}))
print("from fork: ", token_rights(above, {"pull-requests": "write"}, fork=True))
print("empty:     ", token_rights({}, None))
