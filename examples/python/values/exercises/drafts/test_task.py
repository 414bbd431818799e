import pytest

from task import TEMPLATE, new_draft


@pytest.fixture(autouse=True)
def unchanged_template():
    TEMPLATE.clear()
    TEMPLATE.update({"status": "draft", "skills": ["git"]})


def test_the_template_stays_as_it_is():
    new_draft("nexus", "sql")
    assert TEMPLATE == {"status": "draft", "skills": ["git"]}, (
        f"the template has changed to {TEMPLATE}: the draft shares an object with it"
    )


def test_two_drafts_do_not_share_their_skills():
    nexus = new_draft("nexus", "sql")
    atlas = new_draft("atlas", "redis")
    assert nexus["skills"] is not atlas["skills"], "both drafts hold one and the same list"
    nexus["skills"].append("docker")
    assert "docker" not in atlas["skills"], "a skill added to one draft appears in the other"


def test_a_draft_has_its_slug_status_and_skills():
    assert new_draft("maps", "css") == {
        "status": "draft",
        "skills": ["git", "css"],
        "slug": "maps",
    }, "a draft keeps what the template holds, then adds the slug and the new skill"
