import loops


def test_the_first_open_project_wins():
    assert loops.find_project("React") == "React: ask to join chat"


def test_a_closed_project_is_skipped():
    assert loops.find_project("Django") == "Django: no open project"


def test_every_page_is_read(monkeypatch):
    pages = {1: (["Ada"], 7), 7: ([], 3), 3: (["Lin"], None)}
    monkeypatch.setattr(loops, "PAGES", pages)
    assert loops.all_requests() == ["Ada", "Lin"]
