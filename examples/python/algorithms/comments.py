REPLIES = {
    "CORS blocks my call": ["Which origin?", "Same here"],
    "Which origin?": ["localhost:5173"],
    "localhost:5173": [],
    "Same here": [],
}


def count(comment: str, depth: int = 0) -> int:
    """Return the number of comments in the thread that starts here."""
    indent = "  " * depth
    print(f"{indent}count({comment})")
    total = 1
    for reply in REPLIES[comment]:
        total += count(reply, depth + 1)
    print(f"{indent}-> {total}")
    return total


count("CORS blocks my call")
