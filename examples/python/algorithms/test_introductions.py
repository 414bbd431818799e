from introductions import KNOWS, introductions


def test_the_shortest_chain_wins() -> None:
    assert introductions(KNOWS, "Ada")["Kofi"] == ["Ada", "Lin", "Noor", "Kofi"]


def test_a_direct_friend_beats_a_long_way_round() -> None:
    knows = {"Ada": ["Lin", "Kofi"], "Lin": ["Sam"], "Sam": ["Kofi"], "Kofi": []}
    assert introductions(knows, "Ada")["Kofi"] == ["Ada", "Kofi"]


def test_circles_end() -> None:
    knows = {"Ada": ["Lin"], "Lin": ["Sam"], "Sam": ["Ada"]}
    assert list(introductions(knows, "Ada")) == ["Ada", "Lin", "Sam"]


def test_a_person_alone_reaches_only_themselves() -> None:
    assert introductions(KNOWS, "Mia") == {"Mia": ["Mia"]}


def test_one_way_arrows_are_followed_one_way() -> None:
    knows = {"Ada": ["Lin"], "Lin": []}
    assert "Ada" not in introductions(knows, "Lin")
