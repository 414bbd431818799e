"""Count the join requests that wait for an answer."""

REQUESTS = ["pending", "accepted", "pending"]


def waiting(statuses: list[str]) -> int:
    return statuses.count("pending")


def main() -> None:
    print(waiting(REQUESTS), "requests wait")


if __name__ == "__main__":
    main()
