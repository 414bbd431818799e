import re


def fill_in(text: str, variables: dict[str, str]) -> str:
    """Return the text with its variables filled in."""

    def replacement(found: re.Match[str]) -> str:
        name, _, default = found[1].partition(":-")
        return variables.get(name, default)

    return re.sub(r"\$\{([^}]*)\}", replacement, text)
