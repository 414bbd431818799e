import pytest
from given import SignedOut

from task import Session


class Server:
    """Rotates refresh tokens and can be told which access tokens to refuse."""

    def __init__(self, *, status: int = 200, refuses_all: bool = False) -> None:
        self.good, self.turn, self.renewals, self.status = "refresh-0", 0, 0, status
        self.expired, self.refuses_all = {"access-0"}, refuses_all
        self.calls = 0

    def send(self, access: str) -> tuple[int, str]:
        self.calls += 1
        if self.calls > 10:
            pytest.fail("the client sends again and again: renew at most once for each call")
        if self.refuses_all or access in self.expired:
            return 401, "token_not_valid"
        return self.status, f"hello {access}"

    def renew(self, refresh: str) -> tuple[str, str]:
        self.renewals += 1
        if refresh != self.good:
            raise SignedOut
        self.turn += 1
        self.good = f"refresh-{self.turn}"
        return f"access-{self.turn}", self.good


def session(server: Server, access: str = "access-0") -> Session:
    return Session(access, "refresh-0", server.renew)


def test_an_expired_token_is_renewed_and_the_request_sent_again():
    server = Server()
    assert session(server).call(server.send) == (200, "hello access-1"), (
        "a 401 must lead to a renewal and a second try"
    )


def test_a_good_token_is_used_as_it_is():
    server = Server()
    assert session(server, "access-9").call(server.send) == (200, "hello access-9")
    assert server.renewals == 0, "the token was good: nothing had to be renewed"


def test_the_new_refresh_token_is_kept():
    server = Server()
    client = session(server)
    client.call(server.send)
    server.expired.add("access-1")
    try:
        answer = client.call(server.send)
    except SignedOut:
        answer = None
    assert answer == (200, "hello access-2"), "a refresh token works once: keep the new one"


def test_403_is_an_answer():
    server = Server(status=403)
    assert session(server, "access-9").call(server.send)[0] == 403
    assert server.renewals == 0, "403 is no matter of tokens: a new one changes nothing"


def test_a_second_401_ends_the_session():
    server = Server(refuses_all=True)
    with pytest.raises(SignedOut):
        session(server).call(server.send)
    assert server.renewals == 1, "renew once for each call"


def test_a_dead_refresh_token_ends_the_session():
    server = Server()
    server.good = "another"
    with pytest.raises(SignedOut):
        session(server).call(server.send)
