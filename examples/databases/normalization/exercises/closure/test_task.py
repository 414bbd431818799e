from task import breaking, closure

OWNER = ({"project"}, {"owner"})
PHONE = ({"owner"}, {"phone"})
TRACK_MENTOR = ({"project", "track"}, {"mentor"})
MENTOR_TRACK = ({"mentor"}, {"track"})


def test_one_rule():
    assert closure({"project"}, [OWNER]) == {"project", "owner"}, "project decides its owner"


def test_a_rule_counts_only_when_all_of_its_left_side_is_known():
    assert closure({"track"}, [TRACK_MENTOR]) == {"track"}, "track alone decides no mentor"


def test_rules_follow_one_another_in_any_order():
    assert closure({"project"}, [OWNER, PHONE]) == {"project", "owner", "phone"}
    assert closure({"project"}, [PHONE, OWNER]) == {"project", "owner", "phone"}, (
        "the second rule brings what the first one needs: go through them again"
    )


def test_the_columns_given_are_not_changed():
    columns = {"project"}
    closure(columns, [OWNER])
    assert columns == {"project"}, "work on a copy"


def test_a_table_in_bcnf():
    assert breaking({"project", "owner"}, [OWNER]) == []


def test_a_transitive_rule_breaks_it():
    assert breaking({"project", "owner", "phone"}, [OWNER, PHONE]) == [PHONE]


def test_a_mentor_with_one_track_breaks_it():
    rules = [TRACK_MENTOR, MENTOR_TRACK]
    assert breaking({"project", "track", "mentor"}, rules) == [MENTOR_TRACK]


def test_a_rule_that_says_nothing_breaks_nothing():
    empty = ({"project", "person"}, {"person"})
    assert breaking({"project", "person", "day"}, [empty]) == [], (
        "a column always decides itself: that is no reason to split a table"
    )
