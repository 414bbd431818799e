"""The examples as the site serves them: raw, highlighted, listed, and zipped per page."""

import io
import zipfile
from collections.abc import Iterator
from functools import cache
from html import escape
from pathlib import Path, PurePosixPath

from nexus import normalize
from nexus.examples import Example, every
from nexus.fence import code_html, proof, repository_url
from nexus.paths import EXAMPLES, TESTS

# The earliest moment that a zip can hold: bytes must not depend on the clock.
_EPOCH = (1980, 1, 1, 0, 0, 0)

_PAGE = """<!doctype html>
<html lang="en" class="nx-plain">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title}</title>
<meta name="color-scheme" content="light dark">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="{root}assets/favicon.svg">
<link rel="stylesheet" href="{root}assets/code.css">
</head>
<body>
<header>
<a class="home" href="{root}">ALX Project Nexus</a>
<nav aria-label="Where this file lies">{trail}</nav>
</header>
<main>
<h1>{heading}</h1>
{body}
</main>
</body>
</html>
"""


def files() -> Iterator[tuple[str, bytes]]:
    """Yield (address from the site's root, content) of everything made from `examples/`."""
    examples = every()
    for example in examples:
        address = example.address
        yield address + example.kind.served_as, example.file.read_bytes()
        yield f"{address}.html", _view(example).encode()
        if example.record.exists():
            yield f"{address}.out", example.record.read_bytes()
    harness = TESTS / "test_examples.py"
    yield "examples/tests/test_examples.py", harness.read_bytes()
    yield "examples/tests/test_examples.py.html", _harness_view().encode()
    # The page compares outputs by the very rules that the tests use.
    yield "assets/run/normalize.py", Path(normalize.__file__).read_bytes()
    for folder in sorted({example.page for example in examples}):
        yield f"examples/{folder}.zip", zip_of(folder)
        inside = [example for example in examples if example.page == folder]
        yield f"examples/{folder}/index.html", _listing(folder, inside).encode()


def zip_of(folder: PurePosixPath) -> bytes:
    """Return the examples in ``folder`` (from `examples/`) as one zip, always the same bytes."""
    files = []
    for example in every():
        if example.page == folder:
            files += [example.file] + [example.record] * example.record.exists()
    return _zip(EXAMPLES / folder, tuple((file, file.stat().st_mtime_ns) for file in files))


@cache
def _zip(folder: Path, changed: tuple[tuple[Path, int], ...]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file, _ in changed:
            add(archive, file.relative_to(folder.parent).as_posix(), file.read_bytes())
    return buffer.getvalue()


def add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add one file to ``archive``, always the same bytes."""
    info = zipfile.ZipInfo(name, _EPOCH)
    info.compress_type = zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    info.create_system = 3  # the same on Windows
    archive.writestr(info, content)


def _trail(root: str, page: PurePosixPath, source: str) -> str:
    """Return the links above a published file: its page, its neighbors, the repository."""
    shown_at = page.parent if page.name == "index" else page  # an index is at its folder's address
    links = [
        f'<a href="{root}{shown_at}/">page</a>',
        f'<a href="{root}examples/{page}/">its examples</a>',
    ]
    if address := repository_url(source):
        links.append(f'<a href="{address}">in the repository</a>')
    return " · ".join(links)


def _view(example: Example) -> str:
    root = "../" * len(example.path.parts)
    code = _numbered(example.text, example.kind.lexer)
    name = escape(example.path.name)
    raw = escape(PurePosixPath(example.address).name) + example.kind.served_as
    test = f'<a href="{root}{proof(example)}">Test</a>'
    body = f'<p><a href="{raw}" download="{name}">Download</a> · {test}</p>'
    body += f'<div class="highlight">{code}</div>'
    if example.record.exists():
        output = escape(example.record.read_text("utf-8"), quote=False)
        body += f'<h2>Recorded output</h2><pre tabindex="0"><samp>{output}</samp></pre>'
    path = f"examples/{example.path}"
    return _PAGE.format(
        title=escape(path),
        heading=escape(path),
        root=root,
        trail=_trail(root, example.page, path),
        body=body,
    )


@cache  # a live reload highlights again only what has changed
def _numbered(text: str, lexer: str) -> str:
    lines = text.removesuffix("\n").count("\n") + 1
    return code_html(text, lexer, range(1, lines + 1))


def _harness_view() -> str:
    text = (TESTS / "test_examples.py").read_text("utf-8")
    body = (
        "<p>This test runs every example of the site and compares what it prints with its "
        "recorded output. Where an example has a test of its own, its Test link leads there.</p>"
        f'<p><a href="test_examples.py" download>Download</a></p>'
        f'<div class="highlight">{_numbered(text, "python")}</div>'
    )
    return _PAGE.format(
        title="tests/test_examples.py",
        heading="tests/test_examples.py",
        root="../../",
        trail="",
        body=body,
    )


def _listing(folder: PurePosixPath, inside: list[Example]) -> str:
    root = "../" * (len(folder.parts) + 1)
    rows = ""
    for example in inside:
        name = escape(str(example.path.relative_to(folder)))
        address = escape(example.address.removeprefix(f"examples/{folder}/"))
        rows += f'<li><a href="{address}.html">{name}</a></li>'
    archive = f'<a href="{root}examples/{folder}.zip" download>Download all as one zip</a>'
    body = f"<p>{archive}</p><ul>{rows}</ul>"
    heading = f"examples/{folder}/"
    return _PAGE.format(
        title=heading,
        heading=heading,
        root=root,
        trail=_trail(root, folder, f"examples/{folder}"),
        body=body,
    )
