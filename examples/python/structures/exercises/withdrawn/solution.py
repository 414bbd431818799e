Request = dict[str, str]


def drop_withdrawn(requests: list[Request]) -> None:
    """Remove the withdrawn join requests from the list, in place."""
    requests[:] = [request for request in requests if request["status"] != "withdrawn"]
