"""What all tests share."""

from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.conf import settings as base_settings
from django.core.cache import cache
from pytest_django import Settings

from tests import factories

# What each marker needs: whether the settings name it, and which variable would.
_SERVERS = {
    "postgres": (
        base_settings.DATABASES["default"]["ENGINE"].endswith("postgresql"),
        "DATABASE_URL",
    ),
    "redis": ("Redis" in base_settings.CACHES["default"]["BACKEND"], "REDIS_URL"),
    "rabbitmq": (not base_settings.CELERY_TASK_ALWAYS_EAGER, "BROKER_URL"),
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a server that the environment does not name, and say so."""
    for name, (present, variable) in _SERVERS.items():
        if not present:
            skip = pytest.mark.skip(reason=f"needs {name}: set {variable}")
            for item in items:
                if item.get_closest_marker(name):
                    item.add_marker(skip)


@pytest.fixture(autouse=True)
def _quick_and_clean(settings: Settings, tmp_path: Path) -> Iterator[None]:
    """Hash passwords fast, since tests sign in often; leave no cache and no files behind."""
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def make_person() -> Callable[..., object]:
    """The factory, for tests that ask for it by argument."""
    return factories.make_person


@pytest.fixture
def make_project() -> Callable[..., object]:
    """The factory, for tests that ask for it by argument."""
    return factories.make_project


@pytest.fixture
def make_request() -> Callable[..., object]:
    """The factory, for tests that ask for it by argument."""
    return factories.make_request


@pytest.fixture
def make_post() -> Callable[..., object]:
    """The factory, for tests that ask for it by argument."""
    return factories.make_post


@pytest.fixture
def people(db: None) -> SimpleNamespace:
    """The people of most tests: `owner` and `member` of `project`, a `stranger`, `staff`."""
    owner, member, stranger = (factories.make_person(name=name) for name in ("Lin", "Sam", "Noor"))
    return SimpleNamespace(
        owner=owner,
        member=member,
        stranger=stranger,
        staff=factories.make_person(name="Kofi", is_staff=True),
        project=factories.make_project(owner=owner, members=(member,)),
    )
