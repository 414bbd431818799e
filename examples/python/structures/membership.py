calls = {"==": 0, "hash": 0}


class Member:
    """A person on the board who counts comparisons and hashes."""

    def __init__(self, number: int) -> None:
        self.number = number

    def __eq__(self, other: object) -> bool:
        calls["=="] += 1
        return isinstance(other, Member) and self.number == other.number

    def __hash__(self) -> int:
        calls["hash"] += 1
        return hash(self.number)


def count(container: list[Member] | set[Member], number: int) -> tuple[int, int]:
    """Return the (==, hash) calls that one membership test makes."""
    calls.update({"==": 0, "hash": 0})
    _ = Member(number) in container
    return calls["=="], calls["hash"]


def main() -> None:
    """Print what `in` costs for growing lists and sets."""
    print("members   set (==, hash)   list (==, hash)")
    for size in (10, 1_000, 100_000):
        members = [Member(number) for number in range(size)]
        in_list = count(members, size - 1)
        in_set = count(set(members), size - 1)
        print(f"{size:>7,}   {in_set}           {in_list}")


if __name__ == "__main__":
    main()
