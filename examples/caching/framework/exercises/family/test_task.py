from task import Family


class Store:
    """A cache in memory."""

    def __init__(self):
        self.values = {}

    def get(self, key, default=None):
        return self.values.get(key, default)

    def set(self, key, value):
        self.values[key] = value

    def add(self, key, value):
        return self.values.setdefault(key, value) is value

    def delete(self, key):
        return self.values.pop(key, None) is not None

    def clear(self):
        self.values.clear()


class Database:
    """Counts how often an answer was computed."""

    def __init__(self):
        self.computed = 0

    def __call__(self):
        self.computed += 1
        return f"computed {self.computed}"


def test_an_answer_is_computed_once():
    family, compute = Family(Store(), "projects"), Database()
    assert [family.read("page=1", compute) for _ in range(3)] == ["computed 1"] * 3


def test_each_page_has_its_answer():
    family, compute = Family(Store(), "projects"), Database()
    assert family.read("page=1", compute) != family.read("page=2", compute)


def test_none_is_an_answer():
    calls = []
    family = Family(Store(), "projects")
    for _ in range(3):
        assert family.read("page=1", lambda: calls.append(1)) is None
    assert len(calls) == 1, "None was computed again: it is no miss"


def test_all_pages_are_forgotten():
    family, compute = Family(Store(), "projects"), Database()
    before = {family.read(page, compute) for page in ("page=1", "page=2")}
    family.invalidate()
    after = {family.read(page, compute) for page in ("page=1", "page=2")}
    assert not before & after, "all pages must be forgotten"


def test_another_family_stays():
    store, compute = Store(), Database()
    people = Family(store, "people")
    kept = people.read("page=1", compute)
    Family(store, "projects").invalidate()
    assert people.read("page=1", compute) == kept, "only the family itself is forgotten"


def test_a_reader_who_was_overtaken_keeps_nothing():
    family = Family(Store(), "projects")

    def overtaken():
        family.invalidate()
        return "old"

    family.read("page=1", overtaken)
    found = family.read("page=1", lambda: "new")
    assert found == "new", "a write came while the answer was computed, and it was kept"


def test_a_lost_token_brings_no_old_answer_back():
    store, compute = Store(), Database()
    family = Family(store, "projects")
    first = family.read("page=1", compute)
    family.invalidate()
    second = family.read("page=1", compute)
    for key in list(store.values):  # the cache was full, and dropped what was no answer
        if not str(store.values[key]).startswith("computed"):
            store.delete(key)
    found = family.read("page=1", compute)
    assert found not in {first, second}, "without its token, an old answer was found again"
