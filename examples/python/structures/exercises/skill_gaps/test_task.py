from task import skill_gaps


def test_a_skill_that_nobody_offers_is_found():
    gaps = skill_gaps({"chat-api": ["redis", "css"]}, {"Lin": ["css"]})
    assert gaps == {"chat-api": ["redis"]}, "nobody offers redis, and Lin offers css"


def test_one_person_is_enough_whoever_it_is():
    gaps = skill_gaps({"chat-api": ["redis", "css"]}, {"Ada": ["redis"], "Lin": ["css"]})
    assert gaps == {}, "Ada offers redis and Lin offers css: together nothing is missing"


def test_a_project_without_a_gap_does_not_appear():
    gaps = skill_gaps({"chat-api": ["css"], "quiz-app": ["vue"]}, {"Lin": ["css"]})
    assert gaps == {"quiz-app": ["vue"]}, "only projects with a missing skill are keys"


def test_each_missing_skill_stands_once_in_alphabetical_order():
    gaps = skill_gaps({"maps": ["vue", "css", "vue", "react"]}, {})
    assert gaps == {"maps": ["css", "react", "vue"]}, "sorted, and no skill twice"


def test_nothing_is_changed_and_nothing_is_shared():
    wanted, offered = {"maps": ["vue"]}, {"Lin": ["css"]}
    skill_gaps(wanted, offered)["maps"].append("react")
    assert (wanted, offered) == ({"maps": ["vue"]}, {"Lin": ["css"]}), "the inputs stay as they are"


class Skill(str):
    """A text that counts how often it is compared with `==`."""

    __hash__ = str.__hash__
    comparisons = 0

    def __eq__(self, other):
        Skill.comparisons += 1
        return str.__eq__(self, other)


def test_many_skills_take_few_comparisons():
    wanted = {"maps": [Skill(f"skill-{number}") for number in range(300)]}
    offered = {"Lin": [Skill(f"skill-{number}") for number in range(300)]}
    assert skill_gaps(wanted, offered) == {}, "Lin offers everything"
    assert Skill.comparisons < 3000, (
        f"{Skill.comparisons:,} comparisons for 300 skills: `in` on a list compares item by item"
    )
