REPLIES = {
    "CORS blocks my call": ["Same here", "Which origin?"],
    "Same here": [],
    "Which origin?": ["localhost:5173"],
    "localhost:5173": [],
}


def depth_of(wanted: str, comment: str, depth: int = 0) -> int | None:
    """Return how deep in the thread a comment stands."""
    if comment == wanted:
        return depth
    for reply in REPLIES[comment]:
        depth_of(wanted, reply, depth + 1)


print(depth_of("CORS blocks my call", "CORS blocks my call"))
print(depth_of("localhost:5173", "CORS blocks my call"))
