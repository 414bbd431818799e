from board_projects import edit, new_project, snapshot


def test_project_owns_its_skills():
    form_skills = ["python"]
    project = new_project("nexus", form_skills)
    form_skills.append("sql")
    assert project["skills"] == ["python"]


def test_projects_without_skills_share_nothing():
    first, second = new_project("nexus"), new_project("atlas")
    first["skills"].append("python")
    assert second["skills"] == []


def test_edit_leaves_out_what_was_not_given():
    project = new_project("nexus")
    edit(project, pitch="Find a team", url="https://example.org/api")
    edit(project)
    assert project["pitch"] == "Find a team"
    assert project["contract_url"] == "https://example.org/api"


def test_edit_clears_pitch_with_empty_text_and_url_with_none():
    project = new_project("nexus")
    edit(project, pitch="Find a team", url="https://example.org/api")
    edit(project, pitch="", url=None)
    assert project["pitch"] == ""
    assert project["contract_url"] is None


def test_snapshot_is_independent_at_every_level():
    project = new_project("nexus", ["python"])
    logged = snapshot(project)
    project["skills"].append("sql")
    assert logged["skills"] == ["python"]
    assert logged is not project
