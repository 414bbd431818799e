Request = dict[str, str]


def drop_withdrawn(requests: list[Request]) -> None:
    """Count positions that no longer exist once something was deleted."""
    for position in range(len(requests)):
        if requests[position]["status"] == "withdrawn":
            del requests[position]
