"""The built site in a real browser, served under a sub-path as GitHub Pages serves it."""

import gzip
import re
import tomllib
from pathlib import Path

import pytest

from browsing import check_accessibility, gzipped, watch
from conftest import Site

pytestmark = pytest.mark.slow("needs a browser")

BUDGETS = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text("utf-8"))
LESSON = "python/structures/"


def test_every_page_opens_without_a_fault_and_fits_360_pixels(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 780})
    page = context.new_page()
    wrong = watch(page, site)
    pages = site.pages()
    for address in pages:
        page.goto(site.url + address.removeprefix("./"), wait_until="networkidle")
        assert not wrong, f"{address}: {wrong}"
        assert page.locator("h1").count() == 1, address
        wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wider <= 0, f"{address} scrolls sideways by {wider} px"
    print(f"{len(pages)} pages opened")
    assert len(pages) >= 30
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1440])
def test_pages_pass_the_accessibility_rules(browser, site: Site, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
    page = context.new_page()
    some = [
        "",
        LESSON,
        "start/",
        "start/setup/",
        "python/",
        "contributing/rules/",
        "reference/python/",
        "challenges/structure/",
        "collaboration/first-week/",
    ]
    some += ["examples/python/structures/by_skill.py.html", "examples/python/structures/"]
    for address in some:
        page.goto(site.url + address, wait_until="networkidle")
        check_accessibility(page, address)
    context.close()


@pytest.mark.parametrize("width", [1240, 1920])
def test_every_part_can_be_seen_among_the_tabs(browser, site: Site, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(site.url)
    tabs = page.locator(".md-tabs__link")
    assert tabs.count() > 15
    for tab in tabs.all():
        box = tab.bounding_box()
        assert box and box["x"] >= 0 and box["x"] + box["width"] <= width, tab.inner_text()
        tab.click(trial=True)
    context.close()


def test_a_lesson_reads_without_javascript(browser, site: Site) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(site.url + LESSON)
    block = page.locator(".nx-example").first
    assert "setdefault" in block.locator("code").inner_text()
    assert "python: ['chat-api'" in block.locator("samp").inner_text()
    with page.expect_download() as download:
        block.get_by_role("link", name="Download").click()
    assert download.value.suggested_filename == "by_skill.py"
    block.get_by_role("link", name="Full file").click()
    assert page.url.endswith("examples/python/structures/by_skill.py.html")
    assert page.locator("h1").inner_text() == "examples/python/structures/by_skill.py"
    page.get_by_role("link", name="page", exact=True).click()
    assert page.url == site.url + LESSON
    context.close()


def test_the_test_link_opens_what_proves_the_example(page, site: Site) -> None:
    page.goto(site.url + LESSON)
    page.locator("[data-example$='/by_skill.py']").get_by_role("link", name="Test").click()
    page.wait_for_url("**/test_examples.py.html")
    assert "compares what it prints" in page.locator("main").inner_text()
    page.goto(site.url + LESSON)
    page.locator("[data-example$='/membership.py']").first.get_by_role("link", name="Test").click()
    page.wait_for_url("**/test_membership.py.html")


def test_search_finds_an_error_message(page, site: Site) -> None:
    addresses, _ = gzipped(page, site.url)
    page.goto(site.url, wait_until="networkidle")
    assert not any("search_index" in address for address in addresses), "fetched too early"
    page.locator(".md-header__button[for=__search]").click()
    page.locator(".md-search__input").fill("dictionary changed size during iteration")
    found = page.locator(".md-search-result__item").first
    found.wait_for()
    assert any("search_index" in address for address in addresses)
    assert "Data structures" in found.inner_text()
    found.locator("a").first.click()
    page.wait_for_url(re.compile(r"/python/structures/"))


def test_copy_gives_the_code_without_numbers_or_output(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1200, "height": 900})
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(site.url + "python/values/", wait_until="networkidle")
    block = page.locator("[data-example$='/unbound_local.py']").first
    block.locator("button.md-code__button").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("pending = ")
    assert "Traceback" not in copied
    assert not re.search(r"^\s*\d+\s", copied, re.M)
    context.close()


def test_colors_follow_the_switch_and_stay_chosen(page, site: Site) -> None:
    page.goto(site.url, wait_until="networkidle")
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "default"
    for _ in range(2):  # device -> light -> dark
        page.locator("label[for^=__palette]:visible").click()
    assert body.get_attribute("data-md-color-scheme") == "slate"
    page.goto(site.url + LESSON, wait_until="networkidle")
    assert body.get_attribute("data-md-color-scheme") == "slate"


def test_the_keyboard_reaches_the_code_and_shows_where_it_is(browser, site: Site) -> None:
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto(site.url + LESSON, wait_until="networkidle")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    seen = set()
    for _ in range(140):
        page.keyboard.press("Tab")
        seen.add(
            page.evaluate(
                """() => {
                    const it = document.activeElement, style = getComputedStyle(it);
                    const width = parseFloat(style.outlineWidth);
                    const ring = style.outlineStyle !== 'none' && width >= 2;
                    const name = it.closest('.nx-example') ? it.tagName : 'else';
                    return name + (ring ? '' : ' unseen');
                }"""
            )
        )
    assert {"A", "PRE", "BUTTON"} <= seen, seen
    assert not any("unseen" in name for name in seen), seen
    context.close()


@pytest.mark.parametrize("address", ["", LESSON, "python/objects/"])
def test_a_first_visit_and_the_next_page_stay_within_budget(page, site: Site, address: str) -> None:
    addresses, sizes = gzipped(page, site.url)
    page.goto(site.url + address, wait_until="networkidle")
    print(f"first visit of /{address}: {sum(sizes):,} bytes in {len(sizes)} requests")
    assert sum(sizes) <= BUDGETS["first_visit"]["bytes"], list(zip(addresses, sizes, strict=True))
    assert len(sizes) <= BUDGETS["first_visit"]["requests"], addresses
    before, fetched = len(sizes), sum(sizes)
    page.locator(".md-footer__link--next").click()
    page.wait_for_load_state("networkidle")
    assert sum(sizes) - fetched <= BUDGETS["next_page"]["bytes"], addresses[before:]
    assert len(sizes) - before <= BUDGETS["next_page"]["requests"], addresses[before:]


def test_each_page_and_what_is_our_own_stay_within_budget(site: Site) -> None:
    for address in site.pages():
        html = (site.folder / address / "index.html").read_bytes()
        size = len(gzip.compress(html, 9))
        limit = BUDGETS["page"]["html"] * (2 if "reference" in address else 1)
        assert size <= limit, f"{address}: {size:,} bytes"
    own = site.folder / "assets"
    css = sum(len(gzip.compress(file.read_bytes(), 9)) for file in own.glob("*.css"))
    assert css <= BUDGETS["own"]["css"]
    assert sum(file.stat().st_size for file in own.rglob("*.woff2")) <= BUDGETS["own"]["fonts"]
