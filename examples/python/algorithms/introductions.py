from collections import deque

KNOWS = {
    "Ada": ["Lin", "Sam"],
    "Lin": ["Ada", "Noor"],
    "Sam": ["Ada", "Noor"],
    "Noor": ["Lin", "Sam", "Kofi"],
    "Kofi": ["Noor"],
    "Mia": [],
}


def introductions(knows: dict[str, list[str]], start: str) -> dict[str, list[str]]:
    """Map each person within reach to a shortest chain of introductions."""
    chains = {start: [start]}
    waiting = deque([start])
    while waiting:
        person = waiting.popleft()
        for friend in knows[person]:
            if friend not in chains:
                chains[friend] = [*chains[person], friend]
                waiting.append(friend)
    return chains


def main() -> None:
    chains = introductions(KNOWS, "Ada")
    for person, chain in chains.items():
        print(f"{person}: {' > '.join(chain)}")
    print("Mia within reach:", "Mia" in chains)


if __name__ == "__main__":
    main()
