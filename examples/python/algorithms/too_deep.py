Replies = dict[int, list[int]]


def count(replies: Replies, comment: int) -> int:
    """Return the number of comments: one call inside another per level."""
    total = 1
    for reply in replies[comment]:
        total += count(replies, reply)
    return total


def count_with_stack(replies: Replies, comment: int) -> int:
    """Return the number of comments, with the waiting ones in a list."""
    total = 0
    waiting = [comment]
    while waiting:
        total += 1
        waiting.extend(replies[waiting.pop()])
    return total


def main() -> None:
    thread: Replies = {number: [number + 1] for number in range(1, 5000)}
    thread[5000] = []  # the last comment has no reply
    try:
        count(thread, 1)
    except RecursionError as error:
        print(f"{type(error).__name__}: {str(error)[:32]}")  # the rest varies
    print("With a stack:", count_with_stack(thread, 1))


if __name__ == "__main__":
    main()
