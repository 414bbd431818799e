import django
import pytest
from django.conf import settings
from django.urls import NoReverseMatch, Resolver404, resolve, reverse

settings.configure(ROOT_URLCONF="task")
django.setup()

import task


def found(address):
    """Return name and values of the pattern that matches."""
    match = resolve(address, urlconf=task)
    return match.url_name, match.kwargs


def test_new_is_the_form():
    assert found("/projects/new/") == ("form", {}), "/projects/new/ must not be a detail"


def test_a_project_by_its_slug():
    assert found("/projects/farm-market/") == ("detail", {"slug": "farm-market"})


def test_a_post_has_a_number():
    expected = ("post", {"slug": "farm-market", "pk": 7})
    assert found("/projects/farm-market/posts/7/") == expected, "pk is the int 7"


@pytest.mark.parametrize("end", ["farm-market/posts/x/", "farm-market/posts/7", "a/b/"])
def test_what_leads_nowhere(end):
    with pytest.raises(Resolver404):
        resolve(f"/projects/{end}", urlconf=task)


def test_addresses_from_names():
    assert reverse("form", urlconf=task) == "/projects/new/"
    assert reverse("post", urlconf=task, args=["a", 7]) == "/projects/a/posts/7/"
    with pytest.raises(NoReverseMatch):
        reverse("post", urlconf=task, args=["a", "x"])
