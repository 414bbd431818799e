"""What the first steps break, and since which step it is kept."""

from collections.abc import Callable

import pytest
from django.test.utils import override_settings

import world

STEPS = ["step_0", "step_1", "step_2", "step_3", "step_4", "step_5"]


def kept_since(first: str) -> Callable:
    """Run a test on each step. Before `first` it must fail: if it passes, say so (strict)."""
    broken = pytest.mark.xfail(reason=f"mended in {first}", strict=True)
    steps = [pytest.param(step, marks=broken if step < first else ()) for step in STEPS]
    return pytest.mark.parametrize("step", steps)


@kept_since("step_2")
def test_a_longer_list_asks_no_more_queries(step):
    counts = {}
    with override_settings(ROOT_URLCONF=f"steps.{step}"):
        for size in (5, 20):
            world.reset()
            counts[size] = world.queries_for_list(size)
    assert counts[20] == counts[5], f"{counts[20]} queries for 20 projects, {counts[5]} for 5"


@kept_since("step_2")
def test_list_and_detail_tell_the_same_free_seats(step):
    world.reset()
    world.project(world.person("ada"), seats=1)
    with override_settings(ROOT_URLCONF=f"steps.{step}"):
        [entry] = world.client().get("/projects/").json()["results"]
        detail = world.client().get("/projects/bus-times/").json()
    assert entry["seats_free"] == detail["seats_free"], "the two places count differently"


@kept_since("step_3")
def test_a_stranger_cannot_accept(step):
    world.reset()
    bus = world.project(world.person("ada"))
    join = world.request(bus, world.person("lin"))
    with override_settings(ROOT_URLCONF=f"steps.{step}"):
        answer = world.client(world.person("eve")).post(f"/requests/{join.pk}/accept/")
    assert answer.status_code == 403, "Eve, who owns nothing, let Lin into Ada's team"
