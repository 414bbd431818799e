import random
from random import choice
from unittest.mock import patch


def pick_reviewer(names: list[str]) -> str:
    return choice(names)


def pick_backup(names: list[str]) -> str:
    return random.choice(names)


with patch("random.choice", return_value="Sam"):
    print(pick_reviewer(["Ada"]), pick_backup(["Ada"]))
