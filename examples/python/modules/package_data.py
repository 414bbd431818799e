"""Read a text file that travels inside a package."""

from importlib.resources import files


def welcome(name: str) -> str:
    """Return the welcome text for one person."""
    template = files("board_tools") / "data" / "welcome.txt"
    return template.read_text(encoding="utf-8").strip().format(name=name)


if __name__ == "__main__":
    print(welcome("Lin"))
