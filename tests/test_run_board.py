"""The board in a reader's browser: requests in lessons and in the API playground."""

import json
import re
from collections.abc import Iterator

import pytest

from browsing import (
    PATIENCE,
    agree,
    block,
    check_accessibility,
    click_run,
    run_block,
    said_of,
    type_code,
    visit,
    watch,
)
from browsing import wait_for_result as ended
from conftest import Site
from nexus import inpage
from nexus.examples import Example, every
from nexus.kinds import PYTHON
from nexus.normalize import normalize
from nexus.paths import EXAMPLES

pytestmark = pytest.mark.slow("needs a browser")

OPERATION = ".nx-operation"
ANSWER = ".nx-answer"
SAM = "sam3@example.org"
RESET = """async (root) => (await import(root + "assets/run/http.mjs")).resetBoard()"""
# An answer as the command `send` prints it.
TRANSCRIPT = """it => [...it.querySelectorAll(".nx-answer")].map((answer) => {
    const text = (name) => answer.querySelector(name)?.textContent;
    const names = [...answer.querySelectorAll("dt")], values = [...answer.querySelectorAll("dd")];
    const lines = text(".nx-answer-title") ? ["### " + text(".nx-answer-title")] : [];
    lines.push(text(".nx-request"), "", "HTTP/1.1 " + text(".nx-status strong"));
    lines.push(...names.map((name, n) => name.textContent + ": " + values[n].textContent));
    if (text("pre")) lines.push("", text("pre"));
    return lines.join("\\n") + "\\n";
}).join("\\n\\n")"""


@pytest.fixture(scope="module")
def reader(browser, site: Site) -> Iterator:
    """One page at phone width whose Python stays warm, as a reader's does."""
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    agree(page)
    wrong = watch(page, site)
    yield page
    assert not wrong, wrong
    context.close()


@pytest.fixture
def playground(reader, site: Site):
    """The playground, on a board that nobody has changed."""
    reader.goto(site.url + "playground/")
    reader.evaluate(RESET, site.url)
    return reader


def sign_in(page) -> None:
    page.get_by_role("button", name=f"Sign in as {SAM}").click()
    page.get_by_text(f"Requests are sent as {SAM}.").wait_for(timeout=PATIENCE)


def opened(page, method: str, path: str):
    """Open the operation and return its element."""
    operation = page.locator(f"{OPERATION}[data-method='{method}'][data-path='{path}']")
    if operation.get_attribute("open") is None:
        operation.locator("summary").first.click()
    operation.locator("form").wait_for()
    return operation


def sent(operation) -> str:
    """Press Send and return the status line of the answer."""
    operation.get_by_role("button", name="Send").click()
    return answered(operation)


def answered(operation) -> str:
    operation.locator("button[type=submit]:not([disabled])").wait_for(timeout=PATIENCE)
    return operation.locator(f"{ANSWER} .nx-status strong").inner_text()


def on_the_board() -> list[Example]:
    found = [example for example in every() if example.runs and "board" in example.needs]
    # Python on the board is run with all other Python, in test_run.py.
    return [example for example in found if inpage.runtime(example) and example.kind is not PYTHON]


def test_every_example_on_the_board_gives_the_same_in_the_page(reader, site: Site) -> None:
    ran = []
    for example in on_the_board():
        visit(reader, f"{site.url}{str(example.page).removesuffix('/index')}/")
        reader.evaluate(RESET, site.url)
        figure = block(reader, str(example.path))
        run_block(figure)
        output = normalize(figure.evaluate(TRANSCRIPT))
        assert output == normalize(example.record.read_text("utf-8")), example.path
        assert "same as recorded" in said_of(figure)
        ran.append(str(example.path))
    print(f"{len(ran)} examples on the board: {', '.join(ran)}")
    assert {path.rsplit(".", 1)[1] for path in ran} == {"http", "graphql"}


@pytest.mark.parametrize("version", ["v1", "v2"])
def test_every_safe_operation_runs_from_its_form(playground, version: str) -> None:
    contract = json.loads((EXAMPLES / f"board/contract/openapi-{version}.json").read_text("utf-8"))
    paths = [path for path, methods in contract["paths"].items() if "get" in methods]
    sign_in(playground)
    found = {path: sent(opened(playground, "GET", path)) for path in paths}
    print(f"{len(found)} operations of {version}")
    # Nobody has asked for a copy of a project yet.
    missing = {path for path in paths if "/exports/" in path}
    assert {path for path, status in found.items() if status != "200 OK"} == missing
    assert {found[path] for path in missing} == {"404 Not Found"}
    assert len(found) > 10


def test_every_operation_of_the_contracts_stands_in_the_page(browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site.url + "playground/")
    for version in ("v1", "v2"):
        text = (EXAMPLES / f"board/contract/openapi-{version}.json").read_text("utf-8")
        for path, methods in json.loads(text)["paths"].items():
            for method, operation in methods.items():
                place = f"{OPERATION}[data-method={method.upper()}][data-path='{path}']"
                assert operation["summary"] in page.locator(place).text_content()
    schema = page.locator("details", has_text="ProjectConnection").last
    assert schema.count() == 1
    assert page.locator(f"{OPERATION}[data-graphql]").count() > 20
    context.close()


def test_what_is_sent_changes_the_board_until_reset(playground) -> None:
    path = "/api/v2/projects/{project_slug}/posts/"
    post = opened(playground, "POST", path)
    assert sent(post) == "401 Unauthorized"
    assert "not_authenticated" in post.locator(f"{ANSWER} pre").inner_text()
    sign_in(playground)
    assert "Authorization: Token " in post.get_by_label("More headers").input_value()
    post.get_by_label("Body", exact=True).fill(
        '{"kind": "progress", "title": "Tea <b>is</b> ready", "body": "Come."}'
    )
    assert sent(post) == "201 Created"
    body = post.locator(f"{ANSWER} pre")
    assert '"title": "Tea <b>is</b> ready"' in body.inner_text()
    assert body.locator("b").count() == 0
    listed = opened(playground, "GET", path)
    listed.get_by_label("page_size (query)").fill("1")
    assert sent(listed) == "200 OK"
    assert "?page_size=1" in listed.locator(".nx-request").inner_text()
    assert "Tea <b>is</b> ready" in listed.locator(f"{ANSWER} pre").inner_text()
    listed.get_by_role("button", name="Reset the board").click()
    listed.get_by_role("button", name="The board is as it was").wait_for(timeout=PATIENCE)
    assert sent(listed) == "401 Unauthorized"  # the token went with the rest
    playground.get_by_role("button", name="Sign out").click()
    assert sent(listed) == "200 OK"
    assert "Tea" not in listed.locator(f"{ANSWER} pre").inner_text()


def test_a_refused_body_and_an_unknown_address_are_shown(playground) -> None:
    sign_in(playground)
    create = opened(playground, "POST", "/api/v2/projects/")
    create.get_by_label("Body", exact=True).fill('{"title": ')
    assert sent(create) == "400 Bad Request"
    read = opened(playground, "GET", "/api/v2/projects/{slug}/")
    read.get_by_label("slug (path)").fill("no such/thing?")
    assert sent(read) == "404 Not Found"
    assert "no%20such%2Fthing%3F" in read.locator(".nx-request").inner_text()


def test_every_graphql_field_has_an_operation_that_runs(playground) -> None:
    sign_in(playground)
    fields = playground.locator(f"{OPERATION}[data-graphql]")
    for number in range(fields.count()):
        field = fields.nth(number)
        field.locator("summary").first.click()
        assert sent(field) == "200 OK"
        answer = json.loads(field.locator(f"{ANSWER} pre").inner_text())
        name = field.locator("summary code").first.inner_text()
        assert "errors" not in answer, (name, answer)
        assert name in answer["data"]
    print(f"{fields.count()} GraphQL fields")
    first = fields.first
    first.get_by_label("Operation").fill("{ me { email nothing } }")
    assert sent(first) == "200 OK"
    assert "Cannot query field" in first.locator(f"{ANSWER} pre").inner_text()


def test_what_cannot_be_sent_says_which_line(reader, site: Site) -> None:
    reader.goto(site.url + "start/browser/")
    figure = block(reader, "start/browser/newest.http")
    type_code(reader, figure, "GET /api/v2/stats/\nnonsense")
    click_run(figure)
    assert ended(figure) == "error"
    assert "Line 2: this is no header" in figure.locator(".nx-live").inner_text()
    type_code(reader, figure, "GET /api/v2/stats/\n\n###\nGET /api/v2/{{gone}}/")
    click_run(figure)
    assert ended(figure) == "error"
    assert figure.locator(".nx-status strong").all_inner_texts() == ["200 OK"]
    assert "{{gone}} means nothing" in figure.locator(".nx-live").inner_text()
    figure.get_by_role("button", name="Reset", exact=True).click()
    figure.locator(ANSWER).wait_for(state="detached")


def test_the_board_stays_as_it_is_while_the_reader_stays(reader, site: Site) -> None:
    reader.goto(site.url + "start/browser/")
    reader.evaluate(RESET, site.url)
    run_block(block(reader, "start/browser/join.http"))
    # Python examples begin from the seeded database all the same.
    assert "same as recorded" in said_of_run(block(reader, "start/browser/orm.py"))
    reader.evaluate("window.stayed = true")
    reader.locator("article a[href*='playground/']").first.click()
    reader.wait_for_url(re.compile("/playground/"))
    assert reader.evaluate("window.stayed"), "the page was loaded anew"
    read = opened(reader, "GET", "/api/v2/projects/{slug}/")
    read.get_by_label("slug (path)").fill("tea-timer")
    assert sent(read) == "200 OK"


def said_of_run(figure) -> str:
    run_block(figure)
    return said_of(figure)


def test_a_warm_request_is_quick(reader, site: Site) -> None:
    reader.goto(site.url + "start/browser/")
    figure = block(reader, "start/browser/newest.http")
    took = []
    for _ in range(6):
        run_block(figure)
        said = figure.locator(".nx-status span").last.inner_text()
        took.append(float(re.search(r"[\d.]+", said)[0]))
        whole = said_of(figure)
    print(f"one warm request: {sorted(took)} ms; two of them, to the page and back: {whole}")
    assert min(took) <= 150


def test_by_keyboard_alone(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    agree(page)
    page.goto(site.url + "playground/")
    operation = page.locator(f"{OPERATION}[data-method=GET][data-path='/api/v2/stats/']")
    operation.locator("summary").focus()
    page.keyboard.press("Enter")
    operation.locator("form").wait_for()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "TEXTAREA"
    page.keyboard.press("ControlOrMeta+Enter")
    operation.locator(ANSWER).wait_for(timeout=PATIENCE)
    assert answered(operation) == "200 OK"
    page.wait_for_function(
        "document.querySelector('[role=status].nx-announce')?.textContent === '200 OK'"
    )
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Send"
    page.keyboard.press("Tab")
    assert "headers" in page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.tagName") == "PRE"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forms_and_answers_fit_a_phone_and_pass_the_accessibility_rules(
    browser, site: Site, scheme: str
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page = context.new_page()
    agree(page)
    page.goto(site.url + "playground/")
    sign_in(page)
    assert sent(opened(page, "PATCH", "/api/v2/projects/{slug}/")) == "200 OK"
    operation = opened(page, "GET", "/api/v2/projects/")
    assert sent(operation) == "200 OK"
    operation.locator(".nx-headers summary").click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    check_accessibility(page)
    context.close()


def test_one_run_leaves_no_counts_to_the_next(reader, site: Site) -> None:
    reader.goto(site.url + "start/browser/")
    job = {"kind": "http", "text": "\n###\n".join(["GET /api/v2/stats/"] * 100), "reset": True}
    run = """async ([root, job]) => {
        const { start } = await import(root + "assets/run/runtimes.mjs");
        return (await start(job).result).answers.map((answer) => answer.status);
    }"""
    for _ in range(2):  # 120 in a minute are allowed
        assert set(reader.evaluate(run, [site.url, job])) == {200}
        run_block(block(reader, "start/browser/orm.py"))
    more = job | {"reset": False}
    assert 429 in reader.evaluate(
        run, [site.url, more | {"text": "\n###\n".join([job["text"]] * 2)}]
    )
    reader.evaluate(RESET, site.url)


def test_a_link_into_the_page_finds_its_forms(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(site.url + "playground/#graphql")
    field = page.locator(f"{OPERATION}[data-graphql]").first
    field.locator("summary").first.click()
    field.locator("form").wait_for()
    context.close()
