from task import steps_to_run

FROM, LIST, INSTALL, CODE, COMPILE = STEPS = [
    "FROM python:3.13-slim",
    "COPY requirements.txt .",
    "RUN pip install -r requirements.txt",
    "COPY . .",
    "RUN python -m compileall -q .",
]


def test_nothing_changed_so_nothing_runs():
    assert steps_to_run(STEPS, set()) == []


def test_a_change_of_the_code_keeps_the_packages():
    assert steps_to_run(STEPS, {"views.py"}) == [CODE, COMPILE], (
        "the code has changed: its COPY and all after it run, and the packages stay"
    )


def test_a_change_of_the_list_installs_again():
    assert steps_to_run(STEPS, {"requirements.txt"}) == [LIST, INSTALL, CODE, COMPILE]


def test_a_run_is_not_affected_by_a_file_it_names():
    steps = ["FROM python:3.13-slim", "RUN echo views.py"]
    assert steps_to_run(steps, {"views.py"}) == [], "only COPY compares files"


def test_one_copy_may_have_several_sources():
    steps = ["COPY a.py b.py /app/", "RUN python /app/a.py"]
    assert steps_to_run(steps, {"b.py"}) == steps
    assert steps_to_run(steps, {"c.py"}) == []
