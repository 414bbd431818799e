from collect import as_ada, post


def test_extra_positional_arguments_become_a_tuple():
    assert "tags=('a', 'b')" in post("Ada", "blocker", "a", "b")


def test_extra_keyword_arguments_become_a_dict():
    assert "fields={'minutes': 3}" in post("Ada", minutes=3)


def test_forwarding_equals_a_direct_call():
    direct = post("Ada", "solution", "sql", minutes=1)
    assert as_ada(post, "solution", "sql", minutes=1) == direct
