import pytest

from roles import ForbiddenError, require_role


@require_role("backend", "both")
def announce(person, slug, *, draft=False):
    """Announce a project."""
    return person["name"], slug, draft


@pytest.mark.parametrize("role", ["backend", "both"])
def test_an_allowed_role_gets_the_result(role):
    person = {"name": "Ada", "role": role}
    assert announce(person, "chat", draft=True) == ("Ada", "chat", True)


def test_another_role_is_refused_before_the_action_runs():
    runs = []

    @require_role("backend")
    def action(person):
        runs.append(person)

    with pytest.raises(ForbiddenError, match="action needs role: backend"):
        action({"name": "Lin", "role": "frontend"})
    assert runs == []


def test_forgotten_roles_fail_when_the_decorator_is_written():
    with pytest.raises(ValueError, match="at least one role"):
        require_role()


def test_the_docstring_survives():
    assert announce.__doc__ == "Announce a project."
