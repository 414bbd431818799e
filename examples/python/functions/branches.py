def load(pending: int) -> str:
    """Name the workload of an owner: the first true branch wins."""
    if pending == 0:
        label = "quiet"
    elif pending < 5:
        label = "normal"
    elif pending < 20:
        label = "busy"
    else:
        label = "overloaded"
    return label


def load_with_bug(pending: int) -> str:
    """Ask each question in turn: the last true one wins."""
    label = "overloaded"
    if pending == 0:
        label = "quiet"
    if pending < 5:
        label = "normal"
    if pending < 20:
        label = "busy"
    return label


if __name__ == "__main__":
    for pending in [0, 1, 12, 40]:
        noun = "request" if pending == 1 else "requests"
        print(f"{pending} {noun}: {load(pending)} | bug: {load_with_bug(pending)}")
