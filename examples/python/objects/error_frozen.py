from dataclasses import FrozenInstanceError, dataclass, replace


@dataclass(frozen=True)
class Announcement:
    """A published text."""

    text: str
    tags: list[str]


first = Announcement("API moves on Friday", ["api"])
try:
    first.text = "API moves on Monday"
except FrozenInstanceError as error:
    print(f"{type(error).__name__}: {error}")

second = replace(first, text="API moves on Monday")
print(first.text, "|", second.text)

first.tags.append("news")  # frozen does not freeze the list inside
print(first.tags, second.tags)
