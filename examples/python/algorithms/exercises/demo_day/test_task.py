from task import Project, demo_order

CLINIC = Project("clinic", "2026-06-02", 3)
ATLAS = Project("atlas", None, 5)
RECIPES = Project("recipes", "2026-05-19", 2)
BUDGET = Project("budget", "2026-06-02", 4)
MAPS = Project("maps", "2026-06-02", 4)
TIDES = Project("tides", None, 7)


def test_undated_projects_come_last():
    assert demo_order([CLINIC, ATLAS, RECIPES]) == ["recipes", "clinic", "atlas"], (
        "the two dated projects come first, the earliest in front; atlas has no date"
    )


def test_large_teams_come_first_on_one_day():
    assert demo_order([CLINIC, MAPS, BUDGET]) == ["budget", "maps", "clinic"], (
        "all on one day: four members before three, and budget before maps"
    )


def test_large_teams_come_first_among_the_undated():
    assert demo_order([ATLAS, TIDES]) == ["tides", "atlas"], (
        "without a date, the team size decides as it does on one day"
    )


def test_the_list_of_the_caller_keeps_its_order():
    projects = [CLINIC, RECIPES]
    demo_order(projects)
    assert projects == [CLINIC, RECIPES], "sorted() makes a new list; list.sort() would change this"


def test_no_projects():
    assert demo_order([]) == [], "an empty page is a page"
