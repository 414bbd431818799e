import asyncio

import pytest
from strawberry.exceptions import WrongNumberOfResultsReturned
from table import asked

from task import make_loader


def titles(first, *ids):
    """Load the posts of these projects as the resolvers of one request would."""

    async def main():
        return await make_loader(first).load_many(ids)

    asked.clear()
    try:
        found = asyncio.run(main())
    except WrongNumberOfResultsReturned as error:
        pytest.fail(f"one list for each id, also an empty one: {error}")
    return [[post.title for post in posts] for posts in found]


def test_each_project_gets_its_own_newest():
    assert titles(2, 2, 1) == [["z", "y"], ["c", "b"]]


def test_a_project_without_posts_gets_an_empty_list():
    assert titles(2, 3, 4) == [[], ["q"]]


def test_all_share_one_query():
    titles(1, 4, 1, 2)
    assert len(asked) == 1, f"{len(asked)} queries for one batch"


def test_how_many_is_meant_for_each_project():
    assert titles(1, 1, 2, 4) == [["c"], ["z"], ["q"]], "the limit is for each, not for all"
