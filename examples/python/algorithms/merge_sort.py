from functools import cmp_to_key
from random import Random


def merge_sort(items: list[int]) -> tuple[list[int], int]:
    """Return a sorted copy and the number of comparisons it took."""
    if len(items) < 2:
        return items[:], 0
    middle = len(items) // 2
    left, left_cost = merge_sort(items[:middle])
    right, right_cost = merge_sort(items[middle:])
    merged: list[int] = []
    i, j = 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            merged.append(right[j])
            j += 1
        else:
            merged.append(left[i])
            i += 1
    cost = left_cost + right_cost + len(merged)  # one comparison per item
    return merged + left[i:] + right[j:], cost


def sorted_comparisons(items: list[int]) -> int:
    """Return the number of comparisons that sorted() makes."""
    comparisons = 0

    def compare(a: int, b: int) -> int:
        nonlocal comparisons
        comparisons += 1
        return a - b

    sorted(items, key=cmp_to_key(compare))
    return comparisons


def main() -> None:
    print(merge_sort([31, 4, 15, 9, 26])[0])
    for n in (1000, 2000, 4000):
        numbers = list(range(n))
        Random(7).shuffle(numbers)
        print(f"n={n}: {merge_sort(numbers)[1]} comparisons, shuffled")

    in_order = list(range(4000))
    print("already in order, by hand:", merge_sort(in_order)[1])
    print("already in order, sorted():", sorted_comparisons(in_order))


if __name__ == "__main__":
    main()
