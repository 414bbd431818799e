"""Has anyone asked to join twice? Two answers, and the steps each takes."""


def repeats_by_pairs(people: list[str]) -> tuple[bool, int]:
    """Compare every person with every later person."""
    steps = 0
    for i in range(len(people)):
        for j in range(i + 1, len(people)):
            steps += 1
            if people[i] == people[j]:
                return True, steps
    return False, steps


def repeats_by_set(people: list[str]) -> tuple[bool, int]:
    """Remember everyone seen so far, and look each person up once."""
    seen: set[str] = set()
    steps = 0
    for person in people:
        steps += 1
        if person in seen:
            return True, steps
        seen.add(person)
    return False, steps


def main() -> None:
    print("requests    pairs      set")
    for n in (500, 1000, 2000):
        people = [f"person-{number}" for number in range(n)]
        _, pairs = repeats_by_pairs(people)
        _, looks = repeats_by_set(people)
        print(f"{n:8} {pairs:8} {looks:8}")


if __name__ == "__main__":
    main()
