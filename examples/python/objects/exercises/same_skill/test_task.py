from task import Skill


def test_spellings_are_equal():
    assert Skill("Django") == Skill("django"), "upper and lower case make no difference"


def test_different_skills_are_not_equal():
    assert Skill("Django") != Skill("Flask"), "these are two skills"


def test_a_skill_can_go_into_a_set():
    assert Skill.__hash__ is not None, "a class with __eq__ and no __hash__ is unhashable"


def test_a_set_holds_one_spelling():
    hashes = {hash(Skill(name)) for name in ["Django", "django", "DJANGO"]}
    assert len(hashes) == 1, "equal skills need equal hashes: use what __eq__ compares"
    skills = {Skill("Django"), Skill("django"), Skill("DJANGO"), Skill("Flask")}
    assert len(skills) == 2, "the set should hold Django once and Flask once"


def test_the_name_stays_as_typed():
    assert repr(Skill("GraphQL")) == "Skill('GraphQL')", "keep the spelling that was typed"


def test_a_skill_is_not_a_text():
    assert Skill("django") != "django", "a Skill and a str are different things"
