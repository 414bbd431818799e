from datetime import date, timedelta


def is_late(asked_on: date) -> bool:
    return date.today() - asked_on > timedelta(days=3)


def deadline(asked_on: date) -> date:
    return asked_on + timedelta(days=3)


def add_tag(tags: list[str], tag: str) -> list[str]:
    tags.append(tag)
    return tags


def with_tag(tags: list[str], tag: str) -> list[str]:
    return [*tags, tag]
