import handlers


def test_handlers_are_registered_by_the_import_alone():
    assert handlers.HANDLERS["accepted"] is handlers.welcome


def test_on_returns_the_function_unchanged(monkeypatch):
    monkeypatch.setattr(handlers, "HANDLERS", {})

    def thank(person):
        return f"thanks, {person}"

    assert handlers.on("left")(thank) is thank
    assert handlers.HANDLERS == {"left": thank}
