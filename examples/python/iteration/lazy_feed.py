from collections.abc import Iterator


def announcements() -> Iterator[str]:
    """Hand out project slugs, one at a time."""
    for slug in ["recipe-box", "bus-times", "study-buddy"]:
        print(f"  reading {slug}")
        yield slug
    print("  nothing left")


feed = announcements()
print("called: nothing is read yet")
print("first:", next(feed))
print("busy elsewhere: the feed waits")
for slug in feed:
    print("then:", slug)
