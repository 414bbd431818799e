import pytest

from search import binary_looks, contains, linear_looks

SLUGS = ["atlas", "budget", "clinic", "recipes"]


@pytest.mark.parametrize("slug", SLUGS)
def test_every_slug_is_found(slug: str) -> None:
    assert contains(SLUGS, slug)


@pytest.mark.parametrize("slug", ["aaa", "chat", "zoo", ""])
def test_missing_slugs_before_between_and_after(slug: str) -> None:
    assert not contains(SLUGS, slug)


def test_an_empty_list_holds_nothing() -> None:
    assert not contains([], "atlas")
    assert binary_looks([], "atlas") == 0


def test_doubling_adds_one_look() -> None:
    for n in (255, 511, 1023):
        slugs = [f"project-{number:04}" for number in range(n)]
        worst = max(binary_looks(slugs, slug) for slug in slugs)
        assert worst == n.bit_length()


def test_linear_search_reads_up_to_the_slug() -> None:
    assert [linear_looks(SLUGS, slug) for slug in SLUGS] == [1, 2, 3, 4]
