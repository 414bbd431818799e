"""Quizzes, exercises and progress in a real browser, with and without JavaScript."""

import json
import re
import time
from pathlib import PurePosixPath

import pytest

from browsing import PATIENCE, agree, check_accessibility, visit, watch
from conftest import Site
from nexus.learning.exercises import Exercise, every_exercise, load_exercise
from nexus.learning.quizzes import Question, load_quiz
from nexus.paths import EXAMPLES

pytestmark = pytest.mark.slow("needs a browser")

LESSON = "python/values/"
# Moves the lines of an `order` exercise by their own buttons, as many clicks as it takes.
ORDER = """(section, wanted) => {
    const items = () => [...section.querySelectorAll(".nx-lines > li")];
    const text = (item) => item.querySelector("code").textContent;
    const used = new Set();
    wanted.forEach((line, place) => {
        const item = items().find((one) => text(one) === line && !used.has(one));
        used.add(item);
        while (items().indexOf(item) > place) item.querySelector("[aria-label^='Move up']").click();
    });
    for (const item of items())
        if (!used.has(item)) item.querySelector("[aria-label^='Leave out']").click();
}"""


def section_of(page, path: PurePosixPath):
    return page.locator(f"[data-exercise='{path}']")


def run_tests(page, section) -> str:
    """Press Run tests; return what is said at the end."""
    status = section.locator("p[role=status]:not(.nx-hidden)")
    status.evaluate("it => (it.textContent = '')")
    section.get_by_role("button", name="Run tests").click()
    handle = status.element_handle()
    page.wait_for_function(
        "it => /tests passed|could not|stopped|Stopped/.test(it.textContent)",
        arg=handle,
        timeout=PATIENCE,
    )
    section.get_by_role("button", name="Run tests").wait_for()
    return status.inner_text()


def answer(page, section, exercise: Exercise, text: str) -> None:
    """Give ``text`` as the answer, through the editor or by moving the lines."""
    if exercise.kind == "order":
        section.evaluate(ORDER, text.splitlines())
        return
    if section.locator(".nx-editor").count() == 0:
        section.get_by_role("button", name="Edit").click()
    box = section.locator(".nx-editor [contenteditable=true]")
    box.wait_for()
    box.focus()
    page.keyboard.press("ControlOrMeta+a")
    # Inserted, not typed: the editor would indent and close brackets by itself.
    page.keyboard.insert_text(text)


def known(page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('nexus-progress')"))


def test_every_exercise_is_solved_in_the_page_and_its_starter_fails(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    page = context.new_page()
    agree(page)
    wrong = watch(page, site)
    began, faults = time.monotonic(), []
    for exercise in map(load_exercise, every_exercise()):
        visit(page, f"{site.url}{exercise.path.parent.parent}/")
        section = section_of(page, exercise.path)
        section.get_by_role("button", name="Run tests").wait_for()
        assert not section.locator(".nx-solution").is_visible()
        started = run_tests(page, section)
        failed = section.locator(".nx-failed").count()
        assert section.locator(".nx-solution").is_visible()
        answer(page, section, exercise, exercise.solution)
        solved = run_tests(page, section)
        print(f"{exercise.path}: starter “{started}”, solution “{solved}”")
        if "Solved" in started or not failed or not solved.endswith("Solved."):
            faults.append(f"{exercise.path}: {started}, {solved}\n{section.inner_text()}")
        elif "✓ solved" not in section.locator("h3").inner_text():
            faults.append(f"{exercise.path}: the heading does not say that it is solved")
    print(f"{len(every_exercise())} exercises in {time.monotonic() - began:.0f} s")
    assert not faults, "\n\n".join(faults)
    assert not wrong, wrong
    assert len(known(page)["exercises"]) == len(every_exercise()) >= 15
    context.close()


def test_hints_unfold_work_is_kept_and_reset_brings_the_starter_back(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    page.goto(site.url + LESSON, wait_until="networkidle")
    section = page.locator(".nx-exercise:not([data-kind=order])").first
    hints = section.locator(".nx-hint")
    assert [hint.is_visible() for hint in hints.all()] == [True] + [False] * (hints.count() - 1)
    hints.nth(0).locator("summary").press("Enter")
    hints.nth(1).wait_for()
    starter = section.locator(".nx-work pre").inner_text()
    section.get_by_role("button", name="Edit").press("Enter")
    box = section.locator(".nx-editor [contenteditable=true]")
    box.wait_for()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text("mine = 1\n")
    page.wait_for_function("localStorage.getItem('nexus-progress')?.includes('mine = 1')")
    page.reload(wait_until="networkidle")
    section.get_by_role("button", name="Go on with your answer").click()
    box.wait_for()
    assert "mine = 1" in box.inner_text()
    section.get_by_role("button", name="Reset").click()
    page.wait_for_function("!localStorage.getItem('nexus-progress').includes('mine = 1')")
    assert starter.split("\n")[0] in box.inner_text()
    context.close()


def test_lines_move_by_keyboard_and_stay_where_they_were_put(browser, site: Site) -> None:
    order = next(one for one in map(load_exercise, every_exercise()) if one.kind == "order")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url + f"{order.path.parent.parent}/", wait_until="networkidle")
    section = section_of(page, order.path)
    lines = section.locator(".nx-lines > li > code")
    before = lines.all_inner_texts()
    second = section.locator(".nx-lines > li").nth(1)
    second.get_by_role("button", name="Move up").press("Enter")
    moved = [before[1], before[0], *before[2:]]
    assert lines.all_inner_texts() == moved
    assert section.locator(".nx-hidden[role=status]").inner_text() == f"Line 1 of {len(before)}."
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    moved = [before[0], before[2], before[1], *before[3:]]
    assert lines.all_inner_texts() == moved
    assert before[1].strip() in page.evaluate("document.activeElement.ariaLabel")
    page.reload(wait_until="networkidle")
    assert lines.all_inner_texts() == moved
    section.get_by_role("button", name="Reset").click()
    assert lines.all_inner_texts() == before
    context.close()


# Quizzes


def every_kind() -> list[tuple[str, Question]]:
    """Return one question of each kind, with the lesson that asks it."""
    found: dict[str, tuple[str, Question]] = {}
    lessons = {path.parent.parent for path in every_exercise()}  # a case asks no questions
    for lesson in sorted(page for page in lessons if (EXAMPLES / page / "quiz.yaml").exists()):
        for question in load_quiz(lesson / "quiz.yaml").questions:
            found.setdefault(question.kind, (f"{lesson}/", question))
    assert found.keys() == {"one", "several", "short", "predict"}
    return list(found.values())


def give(page, box, question: Question, right: bool) -> None:
    """Answer ``question`` with the keyboard alone, and check the answer."""
    inputs = box.locator("input, textarea")
    if question.kind in {"one", "several"}:
        wanted = [number for number, one in enumerate(question.options) if one.right == right]
        for number in wanted if question.kind == "several" else wanted[:1]:
            inputs.nth(number).focus()
            page.keyboard.press("Space")
        page.keyboard.press("Enter")
        return
    text = question.answers[0].upper() + " " if question.answers else ""
    if question.kind == "predict" and question.example:
        text = question.example.record.read_text("utf-8").replace("\n", "  \n")
    inputs.first.focus()
    page.keyboard.press("ControlOrMeta+a")
    page.keyboard.insert_text(text if right else "nothing of that kind")
    if question.kind == "short":
        page.keyboard.press("Enter")
    else:
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("lesson", "question"), every_kind(), ids=[question.kind for _, question in every_kind()]
)
def test_a_question_is_answered_by_keyboard(browser, site: Site, lesson, question) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong = watch(page, site)
    page.goto(site.url + lesson, wait_until="networkidle")
    box = page.locator(f"#quiz-{question.id}")
    result = box.locator(".nx-result[role=status]")
    assert not box.locator(".nx-answer").is_visible()
    box.get_by_role("button", name="Check", exact=True).press("Enter")
    assert result.inner_text() == "Answer first, then check."
    give(page, box, question, right=False)
    result.get_by_text("✗ Not right.").wait_for()
    if question.kind in {"one", "several"}:
        assert box.locator(".nx-mark").first.inner_text() == "✗ not right"
        assert len(result.inner_text()) > len("✗ Not right. ") + 10, "no explanation is shown"
    assert box.locator(".nx-answer").is_visible()
    assert not known(page)["questions"][f"{lesson[:-1]}#{question.id}"]["right"]
    box.get_by_role("button", name="Try again").press("Enter")
    assert result.inner_text() == ""
    assert box.locator(":checked").count() == 0
    assert box.locator("input, textarea").first.evaluate("it => it === document.activeElement")
    give(page, box, question, right=True)
    result.get_by_text("✓ Right.").wait_for()
    assert len(result.inner_text()) > len("✓ Right. ") + 10, "no explanation is shown"
    assert known(page)["questions"][f"{lesson[:-1]}#{question.id}"] == {
        "at": time.strftime("%Y-%m-%d", time.gmtime()),
        "tries": 2,
        "right": True,
    }
    page.reload(wait_until="networkidle")
    assert "✓ answered" in box.locator("legend").inner_text()
    assert not wrong, wrong
    context.close()


def test_a_prediction_is_checked_by_running_once_the_reader_agrees(browser, site: Site) -> None:
    lesson, question = next(one for one in every_kind() if one[1].kind == "predict")
    context = browser.new_context(viewport={"width": 1000, "height": 900})
    page = context.new_page()
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    page.goto(site.url + lesson, wait_until="networkidle")
    box = page.locator(f"#quiz-{question.id}")
    give(page, box, question, right=True)
    box.get_by_text("✓ Right.").wait_for()
    assert not any("/run/" in url and "/assets/" not in url for url in requests), requests
    box.get_by_role("button", name="Check by running the code").click()
    box.get_by_role("button", name="Fetch and run").click()
    box.get_by_text("Your browser ran the code to check.").wait_for(timeout=PATIENCE)
    assert box.locator(".nx-result").inner_text().startswith("✓ Right.")
    assert any("python-" in url for url in requests)
    box.locator("textarea").fill("something else")
    box.get_by_role("button", name="Check", exact=True).click()
    box.get_by_text("✗ Not right. Your browser ran").wait_for(timeout=PATIENCE)
    context.close()


def test_quiz_and_exercise_read_and_answer_without_javascript(browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(site.url + LESSON)
    quiz = load_quiz(f"{LESSON}quiz.yaml")
    for question in quiz.questions:
        box = page.locator(f"#quiz-{question.id}")
        assert box.locator("legend").is_visible()
        if question.kind in {"one", "several"}:
            box.locator("label").first.click()
            assert box.locator("input").first.is_checked()
        box.locator("summary").click()
        assert box.locator(".nx-why").count() >= len(question.options)
        assert all(why.is_visible() for why in box.locator(".nx-why").all())
    assert not page.get_by_role("button", name="Check").count()
    section = page.locator(".nx-exercise").first
    assert section.locator(".nx-statement").is_visible()
    assert section.get_by_text("python3 scripts/run.py examples/python/values/").is_visible()
    for details in section.locator("details").all():
        details.locator("summary").first.click()
    assert section.locator(".nx-solution code").first.is_visible()
    wider = page.locator("html").evaluate("it => it.scrollWidth - it.clientWidth")
    assert wider <= 0
    page.goto(site.url + "start/progress/")
    assert page.locator("tr[data-lesson]").count() >= 10
    assert page.get_by_text("needs JavaScript").is_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_answers_pass_the_accessibility_rules(browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page = context.new_page()
    for lesson in {lesson for lesson, _ in every_kind()}:
        page.goto(site.url + lesson, wait_until="networkidle")
        for number, box in enumerate(page.locator(".nx-question").all()):
            inputs = box.locator("input, textarea")
            if inputs.first.get_attribute("type") in {"radio", "checkbox"}:
                inputs.nth(number % inputs.count()).check()
            else:
                inputs.first.fill("4")
            box.get_by_role("button", name="Check", exact=True).click()
            box.locator(".nx-answer summary").click()
        for hint in page.locator(".nx-hint").all():
            if hint.is_visible():
                hint.locator("summary").click()
        page.get_by_role("button", name="Mark as read").click()
        check_accessibility(page, lesson)
        wider = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wider <= 0, f"{lesson} scrolls sideways by {wider} px"
    page.goto(site.url + "start/progress/", wait_until="networkidle")
    check_accessibility(page)
    context.close()


# Progress


def test_progress_shows_travels_and_goes(browser, site: Site, tmp_path) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    wrong = watch(page, site)
    page.goto(site.url + LESSON, wait_until="networkidle")
    here = page.locator(".nx-here")
    mark = page.locator(".md-nav--primary a[href$='./'] .nx-read, .md-nav__link--active .nx-read")
    assert mark.count() == 0
    here.get_by_role("button", name="Mark as read").press("Enter")
    assert "You read this lesson on" in here.inner_text()
    assert mark.first.inner_text().split() == ["✓", "(read)"]
    assert page.locator(".md-tabs .nx-read").count() == 0
    # In-site navigation: the next lesson's page shows the mark of this one.
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(re.compile("/python/functions/"))
    page.locator(".md-nav--primary a[href$='/values/'] .nx-read").wait_for()
    page.get_by_role("button", name="Mark as read").wait_for()
    # Another tab sees it at once, and what it does is seen here.
    other = context.new_page()
    other.goto(site.url + "start/progress/", wait_until="networkidle")
    row = other.locator("tr[data-lesson='python/values']")
    assert "✓ read" in row.inner_text()
    page.get_by_role("button", name="Mark as read").click()
    other.locator("tr[data-lesson='python/functions'] .nx-read").wait_for()
    # What an update of the site no longer knows is kept.
    other.evaluate(
        """() => {
            const all = JSON.parse(localStorage.getItem("nexus-progress"));
            all.questions["gone/page#id"] = { right: true, tries: 1, at: "2026-01-01" };
            all.work["gone/page/exercises/one"] = "x = 1";
            localStorage.setItem("nexus-progress", JSON.stringify(all));
        }"""
    )
    with other.expect_download() as download:
        other.get_by_role("button", name="Export").click()
    assert re.fullmatch(r"nexus-progress-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename)
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    before = known(other)
    assert json.loads(saved.read_text("utf-8")) == before
    assert "gone/page#id" in before["questions"]
    other.once("dialog", lambda dialog: dialog.dismiss())
    other.get_by_role("button", name="Reset").click()
    assert known(other) == before
    other.once("dialog", lambda dialog: dialog.accept())
    other.get_by_role("button", name="Reset").click()
    other.get_by_text("Everything was erased.").wait_for()
    assert other.evaluate("localStorage.getItem('nexus-progress')") is None
    assert other.locator(".nx-overview .nx-read").count() == 0
    page.locator(".md-nav--primary a[href$='/values/'] .nx-read").wait_for(state="detached")
    other.set_input_files("input[type=file]", saved)
    other.get_by_text("saved.json was added to your progress.").wait_for()
    assert known(other) == before
    assert "✓ read" in row.inner_text()
    assert not wrong, wrong
    context.close()


BAD = {
    "not JSON": ("{", "This file is no JSON."),
    "a list": ("[]", "This is no progress of this site"),
    "null": ("null", "This is no progress of this site"),
    "no part": ('{"version": 1}', "“lessons” cannot be read"),
    "a wrong value": (
        '{"version": 1, "lessons": {"a": 1}, "questions": {}, "exercises": {}, "work": {}}',
        "“lessons” cannot be read",
    ),
    "newer": ('{"version": 2}', "newer version of the site"),
}


def test_a_bad_file_is_named_and_changes_nothing(page, site: Site, tmp_path) -> None:
    page.goto(site.url + LESSON, wait_until="networkidle")
    page.get_by_role("button", name="Mark as read").click()
    page.goto(site.url + "start/progress/", wait_until="networkidle")
    before = known(page)
    for name, (text, message) in BAD.items():
        file = tmp_path / "bad.json"
        file.write_text(text)
        page.set_input_files("input[type=file]", file)
        page.get_by_text(re.compile(re.escape(message) + ".*Nothing was changed.")).wait_for()
        assert known(page) == before, name


def test_what_is_imported_is_merged(page, site: Site, tmp_path) -> None:
    mine = {
        "version": 1,
        "lessons": {"python/values": {"read": "2026-02-02"}},
        "questions": {"python/values#a": {"right": False, "tries": 3}},
        "exercises": {"python/values/exercises/a": {"tries": 1}},
        "work": {"python/values/exercises/a": "mine"},
    }
    theirs = {
        "version": 1,
        "lessons": {"python/values": {"read": "2026-01-01"}, "b": {"read": "2026-01-01"}},
        "questions": {"python/values#a": {"right": True, "tries": 1}},
        "exercises": {"python/values/exercises/a": {"tries": 2, "solved": "2026-01-01"}},
        "work": {"python/values/exercises/a": "theirs", "b": "theirs"},
    }
    page.goto(site.url, wait_until="networkidle")
    page.evaluate("all => localStorage.setItem('nexus-progress', all)", json.dumps(mine))
    page.goto(site.url + "start/progress/", wait_until="networkidle")
    (tmp_path / "theirs.json").write_text(json.dumps(theirs))
    page.set_input_files("input[type=file]", tmp_path / "theirs.json")
    page.get_by_text("theirs.json was added").wait_for()
    assert known(page) == {
        "version": 1,
        "lessons": {"python/values": {"read": "2026-02-02"}, "b": {"read": "2026-01-01"}},
        "questions": {"python/values#a": {"right": True, "tries": 3}},
        "exercises": {"python/values/exercises/a": {"tries": 1, "solved": "2026-01-01"}},
        "work": {"python/values/exercises/a": "mine", "b": "theirs"},
    }


NO_STORAGE = """
    for (const name of ["getItem", "setItem", "removeItem"])
        Storage.prototype[name] = () => { throw new DOMException("blocked", "SecurityError"); };
"""


@pytest.mark.parametrize("kept", ["blocked", "full", "damaged"])
def test_where_nothing_is_kept_the_page_says_so_and_works(page, site: Site, kept: str) -> None:
    if kept == "blocked":
        page.add_init_script(NO_STORAGE)
    elif kept == "full":
        page.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    else:
        page.add_init_script("localStorage.setItem('nexus-progress', '{damaged')")
    page.goto(site.url + LESSON, wait_until="networkidle")
    page.get_by_role("button", name="Mark as read").click()
    assert "This browser keeps nothing for this site" in page.locator(".nx-here").inner_text()
    page.locator(".nx-here").get_by_text("You read this lesson on").wait_for()
    if kept == "damaged":  # what cannot be read is not thrown away
        assert page.evaluate("localStorage.getItem('nexus-progress')") == "{damaged"


def test_a_lesson_is_read_when_its_end_was_seen_and_time_was_spent(page, site: Site) -> None:
    page.clock.install()
    page.goto(site.url + LESSON, wait_until="networkidle")
    page.get_by_role("button", name="Mark as read").wait_for()
    page.clock.run_for(130_000)
    assert page.evaluate("localStorage.getItem('nexus-progress')") is None, "the end was not seen"
    page.locator(".nx-here").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    page.clock.run_for(2_000)
    page.locator(".nx-here").get_by_text("You read this lesson on").wait_for()
    page.get_by_role("button", name="Mark as not read").click()
    page.clock.run_for(130_000)
    assert "python/values" not in known(page)["lessons"], "who unmarks a lesson means it"


def test_the_end_alone_does_not_make_a_lesson_read(page, site: Site) -> None:
    page.clock.install()
    page.goto(site.url + LESSON, wait_until="networkidle")
    page.get_by_role("button", name="Mark as read").wait_for()
    page.locator(".nx-here").scroll_into_view_if_needed()
    page.wait_for_timeout(200)
    page.clock.run_for(60_000)
    assert page.evaluate("localStorage.getItem('nexus-progress')") is None
