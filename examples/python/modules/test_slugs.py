"""What slugify promises."""

import pytest

from slugs import slugify


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Food Rescue API", "food-rescue-api"),
        ("  Spaces   around ", "spaces-around"),
        ("CI/CD: a guide!", "ci-cd-a-guide"),
        ("", ""),
    ],
)
def test_slug_of_title(title: str, slug: str) -> None:
    assert slugify(title) == slug


def test_slug_of_a_slug_is_itself() -> None:
    assert slugify(slugify("Food Rescue API")) == "food-rescue-api"
