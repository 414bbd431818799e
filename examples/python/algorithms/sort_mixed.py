"""Kind from A to Z and, within a kind, the newest first."""

from functools import cmp_to_key
from operator import itemgetter

posts = [  # kind, time, replies
    ("progress", "09:10", 4),
    ("blocker", "09:20", 0),
    ("progress", "11:05", 2),
    ("blocker", "10:40", 7),
]


def compare(a: tuple[str, str, int], b: tuple[str, str, int]) -> int:
    """Return a negative number when a comes first, positive when b does."""
    if a[0] != b[0]:
        return -1 if a[0] < b[0] else 1
    if a[1] != b[1]:
        return -1 if a[1] > b[1] else 1
    return 0


newest_first = sorted(posts, key=itemgetter(1), reverse=True)
two_passes = sorted(newest_first, key=itemgetter(0))
compared = sorted(posts, key=cmp_to_key(compare))

for kind, time, _ in two_passes:
    print(kind, time)
print("same order from compare():", two_passes == compared)

most_replies = sorted(posts, key=lambda post: (post[0], -post[2]))
print("by kind, most replies:", [replies for _, _, replies in most_replies])
