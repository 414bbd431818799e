Request = dict[str, str]


def drop_withdrawn(requests: list[Request]) -> None:
    """Bind the function's own name to a new list: the caller sees nothing."""
    requests = [request for request in requests if request["status"] != "withdrawn"]
