"""The built files themselves: every link leads somewhere, and never to another host's file."""

import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from conftest import Site

pytestmark = pytest.mark.slow("needs the built site")

# Elements that fetch what they name, as opposed to `a`, which a reader follows.
FETCHES = {"link": "href", "script": "src", "img": "src", "iframe": "src", "source": "src"}


class Links(HTMLParser):
    """Collects the ids, links and fetched addresses of one HTML file."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if "id" in values:
            self.ids.add(values["id"] or "")
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        address = values.get(FETCHES.get(tag, ""))
        if address and values.get("rel") not in {"canonical", "prev", "next"}:
            self.fetched.append(address)


@pytest.fixture(scope="module")
def parsed(site: Site) -> dict[Path, Links]:
    return {file: Links(file.read_text("utf-8")) for file in sorted(site.folder.rglob("*.html"))}


def test_every_internal_link_and_anchor_exists(site: Site, parsed: dict[Path, Links]) -> None:
    wrong, count = [], 0
    for file, links in parsed.items():
        for link in links.links + links.fetched:
            target = follow(site, file, link)
            if target is None:
                continue
            count += 1
            path, anchor = target
            if not path.is_file():
                wrong.append(f"{file.relative_to(site.folder)}: {link} leads nowhere")
            elif anchor and path in parsed and anchor not in parsed[path].ids:
                wrong.append(f"{file.relative_to(site.folder)}: {link}: no such anchor")
    assert count > 1000
    assert not wrong, "\n".join(wrong)


def follow(site: Site, file: Path, link: str) -> tuple[Path, str] | None:
    """Return the file and anchor that ``link`` in ``file`` leads to; None if outside."""
    if link.startswith(site.url):
        link = "/alx-project-nexus/" + link.removeprefix(site.url)
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None
    if parts.path.startswith("/"):
        path = site.folder.parent / unquote(parts.path).lstrip("/")
    else:
        path = file.parent / unquote(parts.path) if parts.path else file
    if path.is_dir() or link.endswith("/"):
        path = path / "index.html"
    return path.resolve(), unquote(parts.fragment)


def test_no_page_names_a_file_of_another_host(site: Site, parsed: dict[Path, Links]) -> None:
    for file, links in parsed.items():
        foreign = [
            address
            for address in links.fetched
            if urlsplit(address).netloc and not address.startswith(site.url)
        ]
        assert not foreign, f"{file.relative_to(site.folder)}: {foreign}"
    for file in site.folder.rglob("*.css"):
        for address in re.findall(r"url\(([^)]+)\)|@import\s+([^;]+)", file.read_text("utf-8")):
            assert not re.search(r"^['\"]?(https?:)?//", "".join(address)), (file, address)


def test_every_example_file_is_published_raw_and_highlighted(site: Site) -> None:
    from nexus.examples import every

    for example in every():
        raw = site.folder / (example.address + example.kind.served_as)
        assert raw.read_bytes() == example.file.read_bytes()
        assert (site.folder / f"{example.address}.html").is_file()
