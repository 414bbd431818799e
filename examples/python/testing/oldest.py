def oldest(blockers: list[dict[str, str]]) -> str:
    """Return the text of the blocker with the lowest number."""
    first = blockers[0]
    for blocker in blockers[1:]:
        if blocker["number"] < first["number"]:
            first = blocker
    return first["text"]


def main() -> None:
    login = {"number": "9", "text": "login fails"}
    images = {"number": "10", "text": "no images"}
    print("oldest:", oldest([login, images]))


if __name__ == "__main__":
    main()
