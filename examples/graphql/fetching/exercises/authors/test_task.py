import asyncio

import pytest
from strawberry.dataloader import DataLoader
from strawberry.exceptions import WrongNumberOfResultsReturned
from table import asked

from task import load_names


def names(*ids):
    """Load these ids as the resolvers of one request would."""

    async def main():
        return await DataLoader(load_names).load_many(ids)

    asked.clear()
    try:
        return asyncio.run(main())
    except (LookupError, WrongNumberOfResultsReturned) as error:
        pytest.fail(f"one missing author fails all: {error}")


def test_names_come_in_the_order_of_the_ids():
    assert names(3, 1, 2) == ["Sam", "Ada", "Lin"], "in the order of the ids, please"


def test_who_is_missing_is_none_and_shifts_nobody():
    assert names(3, 9, 1) == ["Sam", None, "Ada"]


def test_the_table_is_asked_once():
    names(2, 3, 1, 3)
    assert len(asked) == 1, f"{len(asked)} queries for one batch"
