class MissingField(ValueError):
    """A required field is empty."""


class TooLong(ValueError):
    """A field has too many characters."""


def check(field: str, value: str, limit: int) -> None:
    """Raise what is wrong with one field of the project form."""
    if not value:
        raise MissingField(field)
    if len(value) > limit:
        raise TooLong(f"{field}: {len(value)} of {limit} characters")


def validate(form: dict[str, str]) -> None:
    """Check every field, then report all problems together."""
    problems: list[Exception] = []
    for field, limit in {"slug": 10, "pitch": 30, "contract_url": 80}.items():
        try:
            check(field, form.get(field, ""), limit)
        except (MissingField, TooLong) as error:
            problems.append(error)
    if problems:
        raise ExceptionGroup("project form", problems)


def main() -> None:
    """Validate a form with three mistakes."""
    try:
        validate({"slug": "collaboration-board", "pitch": ""})
    except* MissingField as group:
        print("required:", [str(error) for error in group.exceptions])
    except* TooLong as group:
        print("too long:", [str(error) for error in group.exceptions])


if __name__ == "__main__":
    main()
