from contact import domain


def test_a_known_person_has_a_domain() -> None:
    assert domain("Ada") == "board.example"


def test_an_unknown_person_gives_none() -> None:
    assert domain("Sam") is None
