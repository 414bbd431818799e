from task import Body, breaks

PROJECT = Body({"slug": "string", "seats": "integer"}, frozenset({"slug", "seats"}))


def test_the_same_body_breaks_nobody():
    assert breaks(PROJECT, PROJECT, "server") == []
    assert breaks(PROJECT, PROJECT, "client") == []


def test_a_new_optional_field_breaks_nobody():
    grown = Body(PROJECT.fields | {"city": "string"}, PROJECT.required)
    assert breaks(PROJECT, grown, "server") == [], "clients ignore what they do not know"
    assert breaks(PROJECT, grown, "client") == [], "old clients leave it out, which is allowed"


def test_a_new_field_that_is_always_there_breaks_no_answer():
    grown = Body(PROJECT.fields | {"city": "string"}, PROJECT.required | {"city"})
    assert breaks(PROJECT, grown, "server") == []


def test_a_new_field_that_is_required_breaks_requests():
    grown = Body(PROJECT.fields | {"city": "string"}, PROJECT.required | {"city"})
    assert breaks(PROJECT, grown, "client") == ["city"], "an old client never sends it"


def test_a_field_that_becomes_required_breaks_requests():
    before = Body(PROJECT.fields, frozenset({"slug"}))
    assert breaks(before, PROJECT, "client") == ["seats"], "some old clients leave it out"
    assert breaks(before, PROJECT, "server") == []


def test_a_field_that_stops_being_required_breaks_answers():
    after = Body(PROJECT.fields, frozenset({"slug"}))
    assert breaks(PROJECT, after, "server") == ["seats"], "a client counts on it"
    assert breaks(PROJECT, after, "client") == [], "to send it is still allowed"


def test_a_renamed_field_breaks_both():
    renamed = Body({"slug": "string", "places": "integer"}, frozenset({"slug"}))
    assert breaks(PROJECT, renamed, "server") == ["seats"]
    assert breaks(PROJECT, renamed, "client") == ["seats"], "the server refuses `seats` now"


def test_another_type_breaks_both():
    texts = Body({"slug": "string", "seats": "string"}, PROJECT.required)
    assert breaks(PROJECT, texts, "server") == ["seats"]
    assert breaks(PROJECT, texts, "client") == ["seats"]
