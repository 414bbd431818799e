from typing import NamedTuple


class Task(NamedTuple):
    """The hours that a task takes and its value to the team."""

    hours: int
    value: int


TASKS = [Task(6, 30), Task(5, 24), Task(5, 24)]  # login, search, docs


def greedy(tasks: list[Task], hours: int) -> int:
    """Take the best value per hour first, while it fits."""
    total = 0
    for task in sorted(tasks, key=lambda t: t.value / t.hours, reverse=True):
        if task.hours <= hours:
            hours -= task.hours
            total += task.value
    return total


def best_values(tasks: list[Task], hours: int) -> list[int]:
    """Return the best value for 0, 1, 2 … hours, built task by task."""
    best = [0] * (hours + 1)
    for task in tasks:
        for h in range(hours, task.hours - 1, -1):  # from many hours to few
            best[h] = max(best[h], best[h - task.hours] + task.value)
    return best


def main() -> None:
    print("greedy:", greedy(TASKS, 10))
    for known in (1, 2, 3):
        print(f"{known} of 3 tasks:", best_values(TASKS[:known], 10))
    print("30 tasks, 40 hours:", 2**30, "subsets, or at most", 30 * 40, "steps")


if __name__ == "__main__":
    main()
