from board import Project, find, rank

ATLAS = Project("atlas", "open", "Mia", 1)
BUDGET = Project("budget", "open", "Kofi", 3)
CLINIC = Project("clinic", "closed", "Lin", 9)
RECIPES = Project("recipes", "open", "Noor", 3)
BY_SLUG = [ATLAS, BUDGET, CLINIC, RECIPES]


def test_open_first_then_members_then_slug() -> None:
    assert rank([CLINIC, RECIPES, ATLAS, BUDGET]) == [BUDGET, RECIPES, ATLAS, CLINIC]


def test_rank_leaves_the_list_alone() -> None:
    projects = [CLINIC, ATLAS]
    rank(projects)
    assert projects == [CLINIC, ATLAS]


def test_find_every_project() -> None:
    assert [find(BY_SLUG, project.slug) for project in BY_SLUG] == BY_SLUG


def test_find_nothing() -> None:
    for slug in ("aaa", "bud", "zoo"):
        assert find(BY_SLUG, slug) is None
    assert find([], "atlas") is None
