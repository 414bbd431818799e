import re

FORMS = re.compile(r"\$\$|\$\{(\w+)(?:(:[-?])([^}]*))?\}")


def fill_in(text: str, variables: dict[str, str]) -> str:
    """Return the text with its variables filled in."""

    def replacement(found: re.Match[str]) -> str:
        if found[0] == "$$":
            return "$"
        name, operator, rest = found.groups()
        if name in variables or operator is None:
            return variables.get(name, "")
        if operator == ":?":
            raise ValueError(f"required variable {name} is missing a value: {rest}")
        return rest

    return FORMS.sub(replacement, text)
