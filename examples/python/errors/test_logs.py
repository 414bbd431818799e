import logging

import pytest
from logs import Session, accept


def test_the_token_never_reaches_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    accept(Session("Ada", token="s3cret"), {"nexus": 2}, "nexus")
    assert "Ada" in caplog.text
    assert "s3cret" not in caplog.text


def test_a_failure_is_logged_with_its_traceback(
    caplog: pytest.LogCaptureFixture,
) -> None:
    accept(Session("Ada", token="s3cret"), {}, "atlas")
    (record,) = caplog.records
    assert record.levelno == logging.ERROR
    assert record.exc_info is not None
