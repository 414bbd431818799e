"""Signing up, in and out through REST."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.authtoken.models import Token
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken

from notifications.digests import unsubscribe_token
from people import tokens
from people.models import Person
from tests.factories import PASSWORD, make_person
from tests.rest import V1, V2, ContractClient, api, problem

pytestmark = pytest.mark.django_db
ADA = {"email": "Ada@Example.org", "name": "Ada", "password": PASSWORD}


def post(path: str, body: Any = None, *, authorization: str | None = None) -> Any:
    headers = {"Authorization": authorization} if authorization else {}
    return ContractClient().post(f"{V2}/auth/{path}/", body, headers=headers)


def sign_in(person: Person) -> dict[str, str]:
    response = post("jwt", {"email": person.email, "password": PASSWORD})
    assert response.status_code == 200, response.content
    pair: dict[str, str] = response.json()
    return pair


def me(authorization: str) -> Any:
    return ContractClient().get(f"{V1}/me/", headers={"Authorization": authorization})


# --- Signing up ----------------------------------------------------------------------
def test_from_signing_up_to_writing() -> None:
    response = post("sign-up", ADA | {"role": "both"})
    assert response.status_code == 201
    body = response.json()
    assert (body["email"], body["is_verified"], body["role"]) == ("ada@example.org", False, "both")
    assert "password" not in body
    ada = Person.objects.get()
    bearer = f"Bearer {sign_in(ada)['access']}"
    project = {"title": "Bus stops", "pitch": "A map."}
    client = ContractClient(headers={"Authorization": bearer})
    problem(client.post(f"{V1}/projects/", project), 403, "not_verified")
    token = tokens.VERIFY_EMAIL.make(ada)
    assert post("verify-email", {"token": token}).status_code == 204
    assert client.post(f"{V1}/projects/", project).status_code == 201
    problem(post("verify-email", {"token": token}), 400, "invalid_token")  # good for one use


@pytest.mark.parametrize(
    ("change", "pointer"),
    [
        ({"email": "no address"}, "#/email"),
        ({"password": "short"}, "#/password"),
        ({"password": "password1"}, "#/password"),
        ({"password": "x" * 129}, "#/password"),
        ({"name": " "}, "#/name"),
        ({"role": "admin"}, "#/role"),
        ({"is_staff": True}, "#/is_staff"),
        ({"email_verified_at": "2026-01-01"}, "#/email_verified_at"),
    ],
)
def test_a_wrong_sign_up(change: dict[str, Any], pointer: str) -> None:
    response = post("sign-up", ADA | change)
    assert response.status_code == 400
    assert response.json()["errors"][0]["pointer"] == pointer
    assert not Person.objects.exists()


def test_an_address_has_one_account() -> None:
    make_person(email="ada@example.org")
    problem(post("sign-up", ADA), 409, "email_taken")


# --- Passwords -----------------------------------------------------------------------
def test_a_new_password_ends_every_other_sign_in() -> None:
    person = make_person()
    pair = sign_in(person)
    program = post("token", {"email": person.email, "password": PASSWORD}).json()["token"]
    assert post("password-reset", {"email": person.email}).status_code == 202
    body = {"token": tokens.RESET_PASSWORD.make(person), "password": "quite another sentence"}
    assert post("password-reset/confirm", body).status_code == 204
    problem(post("password-reset/confirm", body), 400, "invalid_token")
    for old in (f"Bearer {pair['access']}", f"Token {program}"):
        assert me(old).status_code == 401
    for path, name in (("jwt/refresh", "refresh"), ("jwt/verify", "token")):
        assert post(path, {name: pair["refresh"]}).status_code == 401
    assert post("jwt", {"email": person.email, "password": PASSWORD}).status_code == 401
    new = {"email": person.email, "password": "quite another sentence"}
    assert post("jwt", new).status_code == 200


def test_asking_for_a_reset_tells_nothing() -> None:
    known = post("password-reset", {"email": make_person().email})
    unknown = post("password-reset", {"email": "nobody@example.org"})
    assert (known.status_code, known.content) == (unknown.status_code, unknown.content)


@pytest.mark.parametrize("token", ["x", "a:b:c", "\u00e9" * 20, "x" * 500])
def test_forged_tokens(token: str) -> None:
    problem(post("verify-email", {"token": token}), 400, "invalid_token")
    body = {"token": token, "password": "quite another sentence"}
    problem(post("password-reset/confirm", body), 400, "invalid_token")


# --- JWT -------------------------------------------------------------------------------
def test_lifetimes() -> None:
    pair = sign_in(make_person())
    for token, life in (
        (AccessToken(pair["access"]), timedelta(minutes=10)),  # type: ignore[arg-type]
        (RefreshToken(pair["refresh"]), timedelta(days=7)),  # type: ignore[arg-type]
    ):
        assert timedelta(seconds=token["exp"] - token["iat"]) == life


def test_addresses_are_found_whatever_their_capitals() -> None:
    person = make_person(email="lin@example.org")
    body = {"email": " LIN@example.org ", "password": PASSWORD}
    access = post("jwt", body).json()["access"]
    assert me(f"Bearer {access}").json()["id"] == person.pk


@pytest.mark.parametrize("path", ["jwt", "token"])
def test_wrong_credentials_look_all_alike(path: str) -> None:
    person, gone = make_person(), make_person(is_active=False)
    answers = [
        post(path, {"email": email, "password": password})
        for email, password in (
            (person.email, "wrong"),
            ("nobody@example.org", PASSWORD),
            ("no address", PASSWORD),
            (gone.email, PASSWORD),
        )
    ]
    for answer in answers:
        problem(answer, 401, "wrong_credentials")
        assert answer["WWW-Authenticate"] == 'Bearer realm="api"'
    assert len({answer.content for answer in answers}) == 1


def test_a_refresh_token_works_once() -> None:
    pair = sign_in(make_person())
    new = post("jwt/refresh", {"refresh": pair["refresh"]}).json()
    assert me(f"Bearer {new['access']}").status_code == 200
    problem(post("jwt/refresh", {"refresh": pair["refresh"]}), 401, "token_not_valid")
    assert post("jwt/refresh", {"refresh": new["refresh"]}).status_code == 200


def test_two_at_once_refresh_once(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = sign_in(make_person())
    monkeypatch.setattr(RefreshToken, "check_blacklist", lambda self: None)  # both got past it
    answers = [post("jwt/refresh", {"refresh": pair["refresh"]}).status_code for _ in range(2)]
    assert answers == [200, 401]


def test_tokens_of_another_kind_or_time() -> None:
    person = make_person()
    pair = sign_in(person)
    old = RefreshToken.for_user(person)
    old.set_exp(from_time=timezone.now() - timedelta(days=8))
    for wrong in (pair["access"], str(old), "x", pair["refresh"] + "x"):
        problem(post("jwt/refresh", {"refresh": wrong}), 401, "token_not_valid")
    assert me(f"Bearer {pair['refresh']}").status_code == 401


@pytest.mark.parametrize("change", ["delete", "leave"])
def test_tokens_of_people_who_are_gone(change: str) -> None:
    person = make_person()
    pair = sign_in(person)
    if change == "delete":
        Person.objects.all().delete()
    else:
        Person.objects.update(is_active=False)
    assert me(f"Bearer {pair['access']}").status_code == 401
    assert post("jwt/refresh", {"refresh": pair["refresh"]}).status_code == 401
    assert post("jwt/verify", {"token": pair["access"]}).status_code == 401


def test_verifying() -> None:
    pair = sign_in(make_person())
    for token in pair.values():
        assert post("jwt/verify", {"token": token}).status_code == 204
    problem(post("jwt/verify", {"token": "x"}), 401, "token_not_valid")


# --- Tokens for programs, and signing out ------------------------------------------------
def test_a_token_for_programs() -> None:
    person = make_person()
    body = {"email": person.email, "password": PASSWORD}
    token = post("token", body).json()["token"]
    assert post("token", body).json()["token"] == token
    assert me(f"Token {token}").json()["id"] == person.pk
    assert post("token/revoke", authorization=f"Token {token}").status_code == 204
    assert me(f"Token {token}").status_code == 401
    problem(post("token/revoke"), 401, "not_authenticated")


def test_signing_out_of_a_jwt() -> None:
    person = make_person()
    pair = sign_in(person)
    bearer = f"Bearer {pair['access']}"
    response = post("logout", {}, authorization=bearer)
    assert problem(response, 400, "required")["errors"][0]["pointer"] == "#/refresh"
    other = sign_in(make_person())["refresh"]
    problem(post("logout", {"refresh": other}, authorization=bearer), 400, "invalid")
    assert post("jwt/verify", {"token": other}).status_code == 204
    assert post("logout", {"refresh": pair["refresh"]}, authorization=bearer).status_code == 204
    for path, name in (("jwt/refresh", "refresh"), ("jwt/verify", "token")):
        problem(post(path, {name: pair["refresh"]}), 401, "token_not_valid")


def test_signing_out_of_a_token() -> None:
    person = make_person()
    token = Token.objects.create(user=person).key
    refresh = sign_in(person)["refresh"]
    body = {"refresh": refresh}
    assert post("logout", body, authorization=f"Token {token}").status_code == 204
    assert me(f"Token {token}").status_code == 401
    assert post("jwt/verify", {"token": refresh}).status_code == 401
    token = Token.objects.create(user=person).key
    assert post("logout", authorization=f"Token {token}").status_code == 204
    problem(post("logout"), 401, "not_authenticated")


def test_a_session_is_no_way_in() -> None:
    client = ContractClient()
    client.force_login(make_person())
    assert client.get(f"{V1}/me/").status_code == 401


def test_unverified_people_can_sign_out() -> None:
    person = make_person(verified=False)
    pair = sign_in(person)
    body = {"refresh": pair["refresh"]}
    assert post("logout", body, authorization=f"Bearer {pair['access']}").status_code == 204
    assert api(person).post(f"{V1}/auth/token/revoke/").status_code == 204


def test_ending_the_digest_without_signing_in() -> None:
    person = make_person()
    assert post("unsubscribe", {"token": unsubscribe_token(person)}).status_code == 204
    person.profile.refresh_from_db()
    assert person.profile.digest is False
    problem(post("unsubscribe", {"token": "forged"}), 400, "invalid_token")
