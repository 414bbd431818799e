# needs: files
"""What keeps the settings, their example and the containers the same."""

import re
from pathlib import Path

import pytest

from after.settings import VARIABLES, SettingsError, read

AFTER = Path(__file__).parent / "after"


# --8<-- [start:same]
def names(file: str, form: str) -> set[str]:
    return set(re.findall(form, (AFTER / file).read_text("utf-8"), re.M))


def test_the_example_names_each_variable_and_no_other() -> None:
    assert names(".env.example", r"^#?([A-Z_]+)=") == VARIABLES.keys()


def test_the_container_is_given_each_variable() -> None:
    assert names("compose.yaml", r"^ {6}([A-Z_]+): ") == VARIABLES.keys()


# --8<-- [end:same]


@pytest.mark.parametrize("name", VARIABLES)
def test_a_missing_variable_is_named(name: str, tmp_path: Path) -> None:
    (tmp_path / "key").write_text("k3y-4711")
    right = {
        "BOARD_SENDER": "board@example.org",
        "CACHE_URL": "redis://cache",
        "MAIL_KEY_FILE": str(tmp_path / "key"),
    }
    assert read(right).cache == ("cache", 6379)
    assert "k3y-4711" not in repr(read(right))
    del right[name]
    with pytest.raises(SettingsError, match=f"{name} is missing") as caught:
        read(right)
    assert str(caught.value).count("\n") == 1
