"""A page's checklist in a real browser, with and without JavaScript."""

import json
import re
from pathlib import Path

import pytest

from browsing import check_accessibility, watch
from conftest import Site
from nexus.paths import DOCS

pytestmark = pytest.mark.slow("needs a browser")

PAGE = "collaboration/first-week"
# The boxes as their author wrote them; no script knows one of them.
NAMES = re.findall(
    r'<input type="checkbox" name="([\w-]+)">', (DOCS / f"{PAGE}.md").read_text("utf-8")
)


def opened(page, site: Site):
    page.goto(f"{site.url}{PAGE}/", wait_until="networkidle")
    return listed(page)


def listed(page):
    return page.get_by_role("form", name="Checklist of the first week")


def known(page) -> dict:
    return json.loads(page.evaluate("localStorage.getItem('nexus-progress')") or "{}")


def checked(form) -> list[str]:
    return [box.get_attribute("name") for box in form.locator("input:checked").all()]


def test_every_box_has_a_name_of_its_own_and_a_label(page, site: Site) -> None:
    form = opened(page, site)
    assert len(NAMES) == len(set(NAMES)) == 9
    assert [box.get_attribute("name") for box in form.get_by_role("checkbox").all()] == NAMES
    for name in NAMES:
        assert len(form.locator(f"label:has([name={name}])").inner_text()) > 20


def test_checks_are_kept_counted_and_said(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    wrong = watch(page, site)
    form = opened(page, site)
    status = form.get_by_role("status")
    assert status.inner_text() == f"0 of {len(NAMES)} done."
    # By the keyboard: Tab to a box, Space to check it; Enter sends no form away.
    form.locator("input").first.focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    assert status.inner_text() == f"2 of {len(NAMES)} done."
    form.locator(f"label:has([name={NAMES[-1]}])").click()
    kept = [NAMES[0], NAMES[1], NAMES[-1]]
    assert checked(form) == kept
    assert page.url == f"{site.url}{PAGE}/"
    page.reload(wait_until="networkidle")
    assert checked(form) == kept
    assert status.inner_text() == f"3 of {len(NAMES)} done."
    form.locator("input").first.uncheck()
    assert status.inner_text() == f"2 of {len(NAMES)} done."
    assert set(known(page)["exercises"]) == {f"{PAGE}#{name}" for name in kept[1:]}
    # Another tab sees it at once, and so does this one after in-site navigation.
    other = context.new_page()
    opened(other, site).locator("input").first.check()
    form.get_by_text("3 of 9 done.").wait_for()
    page.locator(".md-footer__link--next").click()
    page.wait_for_url(re.compile("/collaboration/contract/"))
    page.go_back()
    listed(page).get_by_text("3 of 9 done.").wait_for()
    assert not wrong, wrong
    context.close()


def test_clearing_asks_first_and_leaves_the_rest_of_the_progress(page, site: Site) -> None:
    form = opened(page, site)
    for box in form.locator("input").all():
        box.check()
    page.evaluate(
        """() => {
            const all = JSON.parse(localStorage.getItem("nexus-progress"));
            all.lessons["python/values"] = { read: "2026-01-01" };
            localStorage.setItem("nexus-progress", JSON.stringify(all));
        }"""
    )
    clear = form.get_by_role("button", name="Clear the list")
    page.once("dialog", lambda dialog: dialog.dismiss())
    clear.press("Enter")
    assert checked(form) == NAMES
    assert len(known(page)["exercises"]) == len(NAMES)
    page.once("dialog", lambda dialog: dialog.accept())
    clear.press("Enter")
    form.get_by_text(f"0 of {len(NAMES)} done.").wait_for()
    assert checked(form) == []
    assert known(page)["exercises"] == {}
    assert known(page)["lessons"] == {"python/values": {"read": "2026-01-01"}}


def test_checks_travel_with_the_progress(page, site: Site, tmp_path: Path) -> None:
    form = opened(page, site)
    form.locator(f"[name={NAMES[2]}]").check()
    page.goto(f"{site.url}start/progress/", wait_until="networkidle")
    with page.expect_download() as download:
        page.get_by_role("button", name="Export").click()
    saved = tmp_path / "saved.json"
    download.value.save_as(saved)
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Reset").click()
    page.get_by_text("Everything was erased.").wait_for()
    assert checked(opened(page, site)) == []
    page.goto(f"{site.url}start/progress/", wait_until="networkidle")
    page.set_input_files("input[type=file]", saved)
    page.get_by_text("saved.json was added to your progress.").wait_for()
    assert checked(opened(page, site)) == [NAMES[2]]


def test_a_browser_that_keeps_nothing_says_so(browser, site: Site) -> None:
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw Error('denied'); } })"
    )
    page = context.new_page()
    form = opened(page, site)
    form.locator("input").first.check()
    said = form.get_by_role("status").inner_text()
    assert said.startswith("This browser keeps nothing for this site")
    assert said.endswith(f"1 of {len(NAMES)} done.")
    context.close()


def test_without_javascript_the_list_reads_checks_and_clears(browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 780})
    page = context.new_page()
    page.goto(f"{site.url}{PAGE}/")
    form = listed(page)
    assert form.get_by_text("Keeping the checks needs JavaScript").is_visible()
    form.locator(f"label:has([name={NAMES[0]}])").click()
    form.locator("input").nth(1).press("Space")
    form.locator("input").nth(1).press("Enter")
    assert checked(form) == NAMES[:2]
    assert page.url == f"{site.url}{PAGE}/"
    form.get_by_role("button", name="Clear the list").click()
    assert checked(form) == []
    wider = page.locator("html").evaluate("it => it.scrollWidth - it.clientWidth")
    assert wider <= 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_passes_the_accessibility_rules(browser, site: Site, scheme: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780}, color_scheme=scheme)
    page = context.new_page()
    form = opened(page, site)
    form.locator("input").first.check()
    check_accessibility(page)
    context.close()
