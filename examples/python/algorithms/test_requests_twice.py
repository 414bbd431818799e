from requests_twice import repeats_by_pairs, repeats_by_set


def test_both_find_a_repeat() -> None:
    people = ["Ada", "Lin", "Ada"]
    assert repeats_by_pairs(people)[0]
    assert repeats_by_set(people)[0]


def test_both_accept_distinct_people_and_nobody() -> None:
    for people in (["Ada", "Lin"], ["Ada"], []):
        assert not repeats_by_pairs(people)[0]
        assert not repeats_by_set(people)[0]


def test_a_repeat_at_the_start_stops_the_search() -> None:
    people = ["Ada", "Ada", *(f"person-{n}" for n in range(100))]
    assert repeats_by_pairs(people) == (True, 1)
    assert repeats_by_set(people) == (True, 2)


def test_doubling_multiplies_the_pairs_by_four() -> None:
    people = [f"person-{n}" for n in range(400)]
    pairs = repeats_by_pairs(people)[1] / repeats_by_pairs(people[:200])[1]
    looks = repeats_by_set(people)[1] / repeats_by_set(people[:200])[1]
    assert 3.9 < pairs < 4.1
    assert looks == 2
