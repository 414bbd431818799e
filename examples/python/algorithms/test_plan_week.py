from itertools import combinations
from random import Random

from plan_week import TASKS, Task, best_values, greedy


def try_every_subset(tasks: list[Task], hours: int) -> int:
    subsets = (
        subset
        for size in range(len(tasks) + 1)
        for subset in combinations(tasks, size)
        if sum(task.hours for task in subset) <= hours
    )
    return max(sum(task.value for task in subset) for subset in subsets)


def test_same_value_as_trying_every_subset() -> None:
    random = Random(3)
    for _ in range(50):
        some = range(random.randint(0, 8))
        tasks = [Task(random.randint(1, 8), random.randint(1, 30)) for _ in some]
        hours = random.randint(0, 20)
        assert best_values(tasks, hours)[hours] == try_every_subset(tasks, hours)


def test_greedy_can_miss_the_best_plan() -> None:
    assert greedy(TASKS, 10) == 30
    assert best_values(TASKS, 10)[10] == 48


def test_a_task_is_used_once() -> None:
    assert best_values([Task(2, 7)], 10)[10] == 7


def test_no_time_no_value() -> None:
    assert best_values(TASKS, 0) == [0]
