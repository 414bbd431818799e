from datetime import date

import pytest

from board import Post
from wording import KINDS, Wording, body

DAY = date(2025, 3, 9)


def test_a_new_kind_is_one_more_entry() -> None:
    news = [Post("chat-api", "Ada", "announcement", "demo on Friday", DAY)]
    kinds = {**KINDS, "announcement": Wording("*", "announces")}
    assert body("Lin", news, kinds).endswith("* Ada announces: demo on Friday\n")


@pytest.mark.parametrize("kind", list(KINDS))
def test_every_kind_in_the_table_gets_a_line(kind: str) -> None:
    text = body("Lin", [Post("chat-api", "Ada", kind, "done", DAY)])
    assert f"{KINDS[kind].mark} Ada {KINDS[kind].verb}: done" in text
