import pytest


@pytest.fixture(scope="module")
def people() -> tuple[str, ...]:
    return ("Ada", "Lin")  # shared by the whole file, so it must not change


@pytest.fixture
def journal(tmp_path):
    file = (tmp_path / "journal.txt").open("w", encoding="utf-8")
    yield file
    file.close()  # teardown: runs even when the test fails


def test_each_person_may_ask(board, people, journal):
    for person in people:
        board.ask(person, "farm-market")
        journal.write(person)
    assert board.requests["farm-market"] == ["Ada", "Lin"]


def test_nobody_asks_twice(board, people):
    board.ask(people[0], "farm-market")
    with pytest.raises(ValueError, match="asked already"):
        board.ask(people[0], "farm-market")
