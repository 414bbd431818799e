import pytest

from skill_index import index_by_skill, suggest

PROJECTS = {
    "chat-api": ["react", "css"],
    "job-board": ["vue", "css"],
    "quiz-app": ["react", "typescript", "css"],
}


def test_the_index_holds_each_project_under_each_of_its_skills() -> None:
    index = index_by_skill(PROJECTS)
    assert index == {
        "react": {"chat-api", "quiz-app"},
        "css": {"chat-api", "job-board", "quiz-app"},
        "vue": {"job-board"},
        "typescript": {"quiz-app"},
    }


def test_reading_an_unknown_skill_adds_no_key() -> None:
    index = index_by_skill(PROJECTS)
    with pytest.raises(KeyError):
        index["svelte"]
    assert "svelte" not in index


def test_the_best_match_comes_first_and_ties_go_by_slug() -> None:
    index = index_by_skill(PROJECTS)
    assert suggest("Sam", {"typescript", "react"}, index, set()) == [
        "quiz-app",
        "chat-api",
    ]
    assert suggest("Sam", {"css"}, index, set()) == [
        "chat-api",
        "job-board",
        "quiz-app",
    ]


def test_a_project_is_not_suggested_to_the_person_who_asked_already() -> None:
    index = index_by_skill(PROJECTS)
    asked = {("Lin", "job-board")}
    assert suggest("Lin", {"vue"}, index, asked) == []
    assert suggest("Sam", {"vue"}, index, asked) == ["job-board"]


def test_no_shared_skill_gives_no_project() -> None:
    assert suggest("Sam", {"svelte"}, index_by_skill(PROJECTS), set()) == []
    assert suggest("Sam", set(), index_by_skill({}), set()) == []
