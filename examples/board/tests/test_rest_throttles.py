"""Rates: each limit answers 429 and says when to come back."""

from copy import deepcopy

import pytest
from pytest_django import Settings

from tests.factories import make_person, make_project
from tests.rest import V1, V2, api, problem

pytestmark = pytest.mark.django_db


def limit(settings: Settings, **rates: str | None) -> None:
    changed = deepcopy(settings.REST_FRAMEWORK)
    changed["DEFAULT_THROTTLE_RATES"] |= rates
    settings.REST_FRAMEWORK = changed


def test_strangers_and_people_are_counted_apart(settings: Settings) -> None:
    limit(settings, anon="2/min", user="3/min")
    assert [api().get(f"{V1}/skills/").status_code for _ in range(3)] == [200, 200, 429]
    ada, lin = make_person(), make_person()
    assert [api(ada).get(f"{V1}/skills/").status_code for _ in range(4)] == [200, 200, 200, 429]
    assert api(lin).get(f"{V1}/skills/").status_code == 200
    response = api(ada).get(f"{V2}/skills/")
    problem(response, 429, "throttled")
    assert 1 <= int(response["Retry-After"]) <= 60


@pytest.mark.parametrize(
    ("scope", "path"),
    [
        ("sign_in", "auth/jwt/"),
        ("sign_in", "auth/token/"),
        ("sign_in", "auth/jwt/refresh/"),
        ("sign_up", "auth/sign-up/"),
        ("password_reset", "auth/password-reset/"),
        ("password_reset", "auth/password-reset/confirm/"),
    ],
)
def test_what_can_be_guessed_has_its_own_limit(scope: str, path: str, settings: Settings) -> None:
    limit(settings, **{scope: "1/hour"})
    assert api().post(f"{V1}/{path}", {}).status_code == 400
    problem(api().post(f"{V2}/{path}", {}), 429, "throttled")  # both versions count together


def test_asking_to_join_is_limited_and_reading_is_not(settings: Settings) -> None:
    limit(settings, join="1/hour")
    url, person = f"{V1}/projects/{make_project().slug}/requests/", make_person()
    assert api(person).post(url, {}).status_code == 201
    problem(api(person).post(url, {}), 429, "throttled")
    assert api(person).get(url).status_code == 200


def test_no_limit(settings: Settings) -> None:
    limit(settings, anon=None)
    assert api().get(f"{V1}/skills/").status_code == 200
