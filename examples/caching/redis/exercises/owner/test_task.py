from task import KEY, SECONDS, give_back, take


class Store:
    """A shared store whose clock the test turns; `meanwhile` runs after each `get`."""

    def __init__(self):
        self.kept, self.now, self.meanwhile = {}, 0, None

    def get(self, key):
        value, ends = self.kept.get(key, (None, 0))
        found = value if ends > self.now else None
        if self.meanwhile:
            meanwhile, self.meanwhile = self.meanwhile, None
            meanwhile()
        return found

    def set(self, key, value):
        self.kept[key] = (value, float("inf"))

    def add(self, key, value, seconds):
        if self.kept.get(key, (None, 0))[1] > self.now:
            return False
        self.kept[key] = (value, self.now + seconds)
        return True

    def delete(self, key):
        self.kept.pop(key, None)

    def delete_if(self, key, value):
        kept, ends = self.kept.get(key, (None, 0))
        if kept != value or ends <= self.now:
            return False
        del self.kept[key]
        return True


def test_one_has_it_and_gives_it_back():
    store = Store()
    token = take(store)
    assert token and take(store) is None, "two have the lock"
    assert give_back(store, token)
    assert take(store), "it was given back, and is not free"


def test_the_lock_of_a_killed_worker_ends():
    store = Store()
    take(store)
    store.now = SECONDS + 1
    assert take(store), "the lock of a killed worker must end by itself"


def test_two_in_the_same_moment():
    store, others = Store(), []
    store.meanwhile = lambda: others.append(store.add(KEY, "another", SECONDS))
    mine = take(store)
    assert not (mine and any(others)), "another came between your look and your write"


def test_a_late_worker_leaves_the_lock_of_the_next():
    store = Store()
    late = take(store)
    store.now = SECONDS + 1
    store.delete(KEY)
    take(store)
    assert not give_back(store, late), "it was not yours any more"
    assert take(store) is None, "the late worker gave back the lock of the next one"


def test_the_lock_ends_between_look_and_delete():
    store = Store()
    late = take(store)

    def end():
        store.kept[KEY] = ("another", SECONDS)

    store.meanwhile = end
    give_back(store, late)
    looked = store.meanwhile is None
    assert KEY in store.kept or not looked, "another took it between your look and your delete"
