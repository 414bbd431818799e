from task import Project, matches

PAGES = [
    [Project("recipe-box", ["css"]), Project("bus-times", ["go"])],
    [Project("study-buddy", ["css", "go"]), Project("seed-swap", ["css"])],
    [Project("tide-table", ["css"])],
]


class Api:
    """The pages of the board's API, and how many were requested."""

    def __init__(self):
        self.requests = 0

    def __iter__(self):
        for page in PAGES:
            self.requests += 1
            yield page


def test_the_slugs_come_in_order():
    assert list(matches(Api(), "css", 10)) == [
        "recipe-box",
        "study-buddy",
        "seed-swap",
        "tide-table",
    ], "the slugs of the projects that want css, page after page"


def test_the_limit_counts_over_all_pages():
    assert list(matches(Api(), "css", 2)) == ["recipe-box", "study-buddy"], (
        "two slugs in all, not two of each page"
    )


def test_nothing_is_requested_before_a_slug_is_wanted():
    api = Api()
    found = matches(api, "css", 2)
    assert api.requests == 0, "the call alone must not request a page"
    assert next(iter(found)) == "recipe-box"
    assert api.requests == 1, "the first slug stands on the first page"


def test_nothing_is_requested_after_the_last_slug():
    api = Api()
    assert list(matches(api, "css", 3)) == ["recipe-box", "study-buddy", "seed-swap"]
    assert api.requests == 2, (
        f"three slugs stand on two pages, but {api.requests} were requested: stop at the limit"
    )


def test_a_limit_of_zero_requests_nothing():
    api = Api()
    assert list(matches(api, "css", 0)) == [], "no slug was wanted"
    assert api.requests == 0, "with a limit of 0 there is nothing to look for"


def test_a_skill_that_nobody_wants():
    assert list(matches(Api(), "cobol", 5)) == [], "no project wants it: no slug and no error"
