MEMBERS: list[str] = []  # shared by every test in this file


def test_ada_joins():
    MEMBERS.append("Ada")
    assert MEMBERS == ["Ada"]


def test_lin_joins_after_ada():
    MEMBERS.append("Lin")
    assert MEMBERS == ["Ada", "Lin"]


def test_skills_are_listed():
    assert ", ".join({"django", "react"}) == "django, react"
