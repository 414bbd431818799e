import pytest

import shared_state
from shared_state import to_tell, to_tell_global


def test_the_passed_record_is_not_changed() -> None:
    record = {"Lin"}
    assert to_tell(["Ada", "Lin"], record) == ["Ada"]
    assert to_tell(["Ada", "Lin"], record) == ["Ada"]
    assert record == {"Lin"}


def test_the_global_leaks_from_one_call_into_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shared_state, "told", set())  # or this test depends on others
    assert to_tell_global(["Ada"]) == ["Ada"]
    assert to_tell_global(["Ada"]) == []
