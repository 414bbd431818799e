Request = dict[str, str]


def drop_withdrawn(requests: list[Request]) -> None:
    """Remove the withdrawn join requests from the list, in place."""
    for request in requests:
        if request["status"] == "withdrawn":
            requests.remove(request)
