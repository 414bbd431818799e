import pytest

from task import deploy


class FakePlatform:
    """Remembers what runs and where users are; refuses what would hurt them."""

    def __init__(self, ready=True, works=True):
        self.answers = {"ready": ready, "works": works}
        self.running, self.live, self.met = {"1.0"}, "1.0", ["1.0"]

    def start(self, version):
        self.running.add(version)

    def stop(self, version):
        assert version != self.live, f"{version} was stopped while users are on it"
        self.running.discard(version)

    def switch(self, version):
        assert version in self.running, f"users were sent to {version}, which does not run"
        self.live = version
        self.met.append(version)

    def ready(self, version):
        return self._answer("ready")

    def works(self):
        return self._answer("works")

    def _answer(self, question):
        answer = self.answers[question]
        if answer is None:
            raise ConnectionRefusedError("nobody listens")
        return answer


def test_a_good_version_goes_live_alone():
    platform = FakePlatform()
    assert deploy("1.0", "2.0", platform) is True
    assert (platform.live, platform.running) == ("2.0", {"2.0"})


@pytest.mark.parametrize("answer", [False, None])
def test_a_version_that_is_not_ready_is_never_met(answer):
    platform = FakePlatform(ready=answer)
    assert deploy("1.0", "2.0", platform) is False
    assert platform.met == ["1.0"], "users must not meet a version that is not ready"
    assert platform.running == {"1.0"}


@pytest.mark.parametrize("answer", [False, None])
def test_a_version_that_fails_for_users_is_taken_back(answer):
    platform = FakePlatform(works=answer)
    assert deploy("1.0", "2.0", platform) is False
    assert platform.live == "1.0", "users must be sent back to the old version"
    assert platform.running == {"1.0"}, "the old version must run, and the new one be stopped"
