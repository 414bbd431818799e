"""What runs in the page: fetched whole or not at all, small, the same each time, and working."""

import gzip
import hashlib
import http.server
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tarfile
import threading
import tomllib
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from conftest import ROOT, Site, command, free_port
from nexus.problems import NexusError
from nexus.project import database, project
from nexus.runtimes import cache, fetching, lock, publishing
from nexus.runtimes.python import LOCKED, closure, needs
from nexus.runtimes.slim import slim

BUDGET = tomllib.loads((ROOT / "tests" / "budgets.toml").read_text("utf-8"))["run"]
SMALL = lock.tarballs()["style-mod"]  # any small package will do
PURE = lock.wheels()["vine"]
WINDOWS = ("SYSTEMROOT", "TEMP", "TMP", "USERPROFILE")  # without these no program starts there


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder `run/` of a site."""
    publishing.prepare()
    folder = tmp_path_factory.mktemp("site")
    publishing.publish(folder, minify=False)
    return folder / "run"


@pytest.fixture(scope="module")
def manifest(published: Path) -> dict:
    return json.loads((published / "manifest.json").read_text("utf-8"))


@pytest.fixture
def cold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache with nothing in it."""
    monkeypatch.setenv("NEXUS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(fetching.time, "sleep", lambda _: None)
    return tmp_path / "cache"


Answer = Callable[[http.server.BaseHTTPRequestHandler, int], None]


@pytest.fixture
def registry(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Answer], list[str]]]:
    """Call it with how to answer the n-th request; returns the list of what was asked."""
    servers = []

    def start(answer: Answer) -> list[str]:
        asked: list[str] = []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(self.path)
                answer(self, len(asked))

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"http://127.0.0.1:{server.server_port}/")
        return asked

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def send(handler: http.server.BaseHTTPRequestHandler, body: bytes, length: int) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    handler.wfile.write(body)


def real(archive: lock.Archive) -> bytes:
    """Return the content of an archive, from the cache of this machine or fetched into it."""
    fetching.fetch([archive])
    return fetching.read(archive)


# --- Fetching ------------------------------------------------------------------------------


def test_altered_content_is_refused_and_not_kept(cold: Path, registry) -> None:
    asked = registry(lambda handler, _: send(handler, b"not the package", 15))
    with pytest.raises(NexusError, match=r"style-mod .* does not have the hash that lock.toml"):
        fetching.fetch([SMALL])
    assert asked == [f"/style-mod/-/style-mod-{SMALL.version}.tgz"] * 3
    assert list((cold / "archives").iterdir()) == []


def test_a_download_that_breaks_off_counts_for_nothing(cold: Path, registry) -> None:
    registry(lambda handler, _: send(handler, b"half of it", 1000))
    with pytest.raises(NexusError, match=r"style-mod .*: the connection ended half-way") as caught:
        fetching.fetch([SMALL])
    assert "--no-run" in str(caught.value)
    assert list((cold / "archives").iterdir()) == []


def test_a_download_that_breaks_off_is_tried_again(registry, request, capsys) -> None:
    content = real(SMALL)
    request.getfixturevalue("cold")

    def answer(handler: http.server.BaseHTTPRequestHandler, number: int) -> None:
        send(handler, content[: len(content) // 2] if number < 3 else content, len(content))

    asked = registry(answer)
    capsys.readouterr()
    fetching.fetch([SMALL])
    assert len(asked) == 3
    assert fetching.read(SMALL) == content
    assert "1 archives" in capsys.readouterr().out
    fetching.fetch([SMALL])  # it lies in the cache
    assert len(asked) == 3
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("cold")
def test_what_the_server_does_not_have_is_not_asked_again(registry) -> None:
    asked = registry(lambda handler, _: handler.send_error(404))
    with pytest.raises(NexusError, match="the server answers 404"):
        fetching.fetch([SMALL])
    assert len(asked) == 1


@pytest.mark.usefixtures("cold")
def test_without_a_network_the_message_names_what_is_missing_and_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", f"http://127.0.0.1:{free_port()}")
    with pytest.raises(NexusError) as caught:
        fetching.fetch([SMALL])
    said = str(caught.value)
    assert f"style-mod {SMALL.version} could not be fetched from http://127.0.0.1" in said
    assert "Check the network connection" in said
    assert "serve.py --no-run" in said


@pytest.fixture
def local_wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The one folder in which pip looks."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


def test_a_wheel_with_another_hash_is_refused_and_not_kept(
    request: pytest.FixtureRequest,
) -> None:
    content = real(PURE)
    cold = request.getfixturevalue("cold")
    altered = request.getfixturevalue("local_wheels") / PURE.file
    altered.write_bytes(content)
    fetching.fetch([PURE])
    assert fetching.read(PURE) == altered.read_bytes()
    fetching.place(PURE).unlink()
    with zipfile.ZipFile(altered, "a") as archive:
        archive.writestr("vine/more.py", "print()")
    with pytest.raises(NexusError, match="The wheel of vine does not have the hash"):
        fetching.fetch([PURE])
    assert list((cold / "archives").iterdir()) == []


@pytest.mark.usefixtures("local_wheels")
def test_a_wheel_that_no_index_has_is_named(cold: Path) -> None:
    with pytest.raises(
        NexusError, match=r"The wheel of vine could not be fetched with pip.*no-run"
    ):
        fetching.fetch([PURE])
    assert list((cold / "archives").iterdir()) == []


@pytest.mark.usefixtures("cold")
def test_an_archive_that_was_altered_in_the_cache_is_thrown_away() -> None:
    fetching.place(SMALL).write_bytes(b"something else")
    with pytest.raises(NexusError, match="altered after it had been fetched"):
        fetching.read(SMALL)
    assert not fetching.place(SMALL).exists()


def test_the_cache_lies_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEXUS_CACHE", str(tmp_path / "here"))
    assert cache.folder("archives") == tmp_path / "here" / "archives"
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("NEXUS_CACHE", str(tmp_path / "file"))
    with pytest.raises(NexusError, match="set NEXUS_CACHE"):
        cache.folder("archives")


def test_what_no_build_has_used_for_long_is_thrown_away(tmp_path: Path) -> None:
    for name in ("used", "recent", "old"):
        (tmp_path / name).mkdir()
    for name in ("used", "old"):
        os.utime(tmp_path / name, (0, 0))
    cache.prune(tmp_path, {tmp_path / "used"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["recent", "used"]


# --- The lock --------------------------------------------------------------------------------


def test_the_lock_agrees_with_requirements() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    for name, wheel in lock.wheels().items():
        found = re.search(rf"^{re.escape(name)}==([\w.]+)((?:.*\\\n)+.*)", text, re.M)
        assert found, f"{name} is not in requirements.txt"
        assert (wheel.version, wheel.sha256 in found[2]) == (found[1], True), (
            f"{name}: python3 scripts/test.py --lock"
        )


def test_the_lock_holds_all_that_is_wanted_and_no_more() -> None:
    wanted = lock.wanted()
    names = [name for group in wanted.groups.values() for name in group]
    depends = {name: needs(name, real(wheel)) for name, wheel in lock.wheels().items()}
    assert closure(tuple(names), depends) == set(lock.wheels())
    assert wanted.left_out.keys().isdisjoint(lock.wheels())
    locked = {name: tarball.version for name, tarball in lock.tarballs().items()}
    for name, version in wanted.versions.items():
        if name == wanted.bundler:
            for platform in wanted.platforms:
                assert locked[f"@{name}/{platform}"] == version
        else:
            assert locked[name] == version


# --- Small, and still whole ------------------------------------------------------------------


def wheel_of(files: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_slimming_leaves_out_what_a_page_cannot_use() -> None:
    files = {
        "django/__init__.py": "",
        "django/contrib/gis/__init__.py": "",
        "django/contrib/admindocs/__init__.py": "",
        "django/conf/locale/__init__.py": "",
        "django/conf/locale/de/formats.py": "",
        "django/conf/locale/de/LC_MESSAGES/django.mo": "",
        "django/conf/locale/en/LC_MESSAGES/django.mo": "",
        "django/test/client.py": "",
        "django/speed.cpython-314-x86_64-linux-gnu.so": "",
        "django-5.2.dist-info/METADATA": "Name: django\nVersion: 5.2\n\nA long description",
        "django-5.2.dist-info/RECORD": "",
        "django-5.2.dist-info/licenses/LICENSE": "BSD",
    }
    packed = slim("django", wheel_of(files))
    reordered = slim("django", wheel_of(dict(reversed(files.items()))))
    assert packed == reordered, "the bytes depend on the order in the wheel"
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        assert archive.getnames() == [
            "django-5.2.dist-info/METADATA",
            "django-5.2.dist-info/licenses/LICENSE",
            "django/__init__.py",
            "django/conf/locale/__init__.py",
            "django/conf/locale/en/LC_MESSAGES/django.mo",
            "django/contrib/admindocs/__init__.py",
            "django/test/client.py",
        ]
        metadata = archive.extractfile("django-5.2.dist-info/METADATA")
        assert metadata and metadata.read() == b"Name: django\nVersion: 5.2\n"


# The board with nothing but the slimmed packages: all of it imported, asked in three ways.
ASK = """
import importlib, pkgutil, sys
import django
django.setup()
from django.test import Client
client = Client(HTTP_HOST="localhost")
answers = [client.get(path) for path in ("/readyz", "/api/v2/projects/", "/admin/login/")]
query = {"query": "{ projects(first: 1) { edges { node { title } } } }"}
answers.append(client.post("/graphql/", query, content_type="application/json"))
assert [answer.status_code for answer in answers] == [200] * 4, answers
assert answers[1].json()["results"] and answers[3].json()["data"]["projects"]["edges"]
for found in pkgutil.walk_packages([sys.argv[1]]):
    if found.name != "manage":
        importlib.import_module(found.name)
outside = {module.__file__ for module in sys.modules.values() if getattr(module, "__file__", "")}
assert not [path for path in outside if ".venv" in path], "something came from outside"
import pytest
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", sys.argv[2]]))
"""


def test_the_slimmed_packages_carry_the_whole_board(
    published: Path, manifest: dict, tmp_path: Path
) -> None:
    site = tmp_path / "site-packages"
    for file in (published / manifest["python"]["base"]).glob("*.tar.bz2"):
        with tarfile.open(file) as archive:
            archive.extractall(site, filter="data")
    with zipfile.ZipFile(published / manifest["board"]["zip"]["name"]) as code:
        code.extractall(tmp_path)
        names = code.namelist()
    assert not [name for name in names if "/tests/" in name or "cache" in Path(name).parts]
    board = tmp_path / project().name
    seeded = tmp_path / "board.sqlite3"
    shutil.copyfile(published / manifest["board"]["database"]["name"], seeded)
    (tmp_path / "test_one.py").write_text("def test_one():\n    assert 1 + 1 == 2\n")
    done = subprocess.run(
        [sys.executable, "-S", "-B", "-c", ASK, str(board), str(tmp_path / "test_one.py")],
        cwd=tmp_path,
        env={
            **{name: os.environ[name] for name in ("PATH", *WINDOWS) if name in os.environ},
            "PYTHONPATH": os.pathsep.join([str(site), str(board)]),
            "DJANGO_SETTINGS_MODULE": project().settings,
            "DATABASE_URL": f"sqlite:///{seeded.as_posix()}",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "1 passed" in done.stdout


# --- What a site publishes ---------------------------------------------------------------------


def listed(manifest: dict) -> list[tuple[str, dict]]:
    """Return (path below run/, entry) of every file that the manifest names."""
    python, sql, board = manifest["python"], manifest["sql"], manifest["board"]
    entries = [(python["base"], entry) for entry in python["core"]]
    entries += [(python["base"], package["file"]) for package in python["packages"].values()]
    entries += [(sql["base"], entry) for entry in sql["files"]]
    entries += [("", entry) for entry in (manifest["editor"], board["zip"], board["database"])]
    return [(base + entry["name"], entry) for base, entry in entries]


def test_the_manifest_is_true_to_the_files(published: Path, manifest: dict) -> None:
    for path, entry in listed(manifest):
        content = (published / path).read_bytes()
        assert len(content) == entry["bytes"], path
        packed = len(gzip.compress(content, 9, mtime=0))
        assert entry["gzip"] == min(packed, len(content)), path
    terms = re.compile(r"(^|/)(licenses|editor-\w+)\.txt$")
    files = {
        file.relative_to(published).as_posix() for file in published.rglob("*") if file.is_file()
    }
    extra = {path for path in files if not terms.search(path)}
    assert extra == {path for path, _ in listed(manifest)} | {"manifest.json"}
    database_name = manifest["board"]["database"]["name"]
    assert (published / database_name).read_bytes() == database().read_bytes()


def test_the_address_of_every_file_changes_with_its_content(
    published: Path, manifest: dict
) -> None:
    for entry in (manifest["editor"], manifest["board"]["zip"], manifest["board"]["database"]):
        digest = hashlib.sha256((published / entry["name"]).read_bytes()).hexdigest()
        assert digest[:12] in entry["name"]
    for part in ("python", "sql"):
        assert re.fullmatch(r"[a-z]+-[0-9a-f]{12}/", manifest[part]["base"])


def test_pyodide_finds_each_package_in_its_lock(published: Path, manifest: dict) -> None:
    python = manifest["python"]
    folder = published / python["base"]
    packages = json.loads((folder / LOCKED).read_text("utf-8"))["packages"]
    assert packages.keys() == python["packages"].keys()
    for name, package in packages.items():
        file = folder / package["file_name"]
        assert package["sha256"] == hashlib.sha256(file.read_bytes()).hexdigest()
        assert set(package["depends"]) <= packages.keys(), name
        assert package["imports"], name
    for group, names in python["groups"].items():
        assert closure(tuple(names), {n: packages[n]["depends"] for n in packages}) == set(names)
        assert set(lock.wanted().groups[group]) <= set(names)


def test_each_part_stays_within_its_budget(manifest: dict) -> None:
    python, board = manifest["python"], manifest["board"]
    size = {name: package["file"]["gzip"] for name, package in python["packages"].items()}
    costs = {
        "core": sum(entry["gzip"] for entry in python["core"]),
        "sql": sum(entry["gzip"] for entry in manifest["sql"]["files"]),
        "editor": manifest["editor"]["gzip"],
    }
    # One who runs the board has none of its packages yet; the other groups come on top.
    inside = set(python["groups"]["board"])
    costs["board"] = sum(size[name] for name in inside)
    costs["board"] += board["zip"]["gzip"] + board["database"]["gzip"]
    for group in python["groups"].keys() - {"board"}:
        costs[group] = sum(size[name] for name in python["groups"][group])
    print(
        *(f"{part}: {cost:,} of {BUDGET[part]:,} bytes" for part, cost in costs.items()), sep="\n"
    )
    assert costs.keys() | {"scripts"} == BUDGET.keys()
    assert {part: cost for part, cost in costs.items() if cost > BUDGET[part]} == {}


@pytest.mark.slow("needs a built site")
def test_our_own_scripts_are_small_and_stay_apart(site: Site) -> None:
    scripts = [*sorted((site.folder / "assets" / "run").glob("*.mjs")), site.folder / "sw.js"]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in scripts}
    written = {file.name for file in (ROOT / "docs" / "assets" / "run").glob("*.mjs")}
    assert sizes.keys() == written | {"sw.js"}
    total = sum(sizes.values())
    print(*(f"{size:>6} {name}" for name, size in sizes.items()), f"{total:>6} in all", sep="\n")
    assert total <= BUDGET["scripts"], sizes
    source = (ROOT / "docs" / "assets" / "run" / "editor.mjs").read_text("utf-8")
    assert "// The editor of a block" in source, "the source itself was made small"


def test_with_the_archives_at_hand_no_network_and_no_node_is_needed(
    published: Path, manifest: dict, tmp_path: Path
) -> None:
    kept = cache.folder("archives")
    wanted = [archive for part in publishing.PARTS for archive in part.archives()]
    fetching.fetch(wanted)
    archives = tmp_path / "cache" / "archives"
    archives.mkdir(parents=True)
    for archive in wanted:
        shutil.copyfile(kept / archive.file, archives / archive.file)
    code = (
        "import sys; from pathlib import Path; from nexus.runtimes import publishing\n"
        "publishing.prepare(); publishing.publish(Path(sys.argv[1]), minify=False)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "site")],
        cwd=ROOT / "scripts",
        env={
            **{name: os.environ[name] for name in WINDOWS if name in os.environ},
            "HOME": str(tmp_path),
            "PATH": str(tmp_path / "nothing"),
            "NEXUS_CACHE": str(tmp_path / "cache"),
            "NPM_CONFIG_REGISTRY": f"http://127.0.0.1:{free_port()}",
            "PIP_NO_INDEX": "1",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert "Fetching" not in done.stdout
    again = tmp_path / "site" / "run"
    assert json.loads((again / "manifest.json").read_text("utf-8")) == manifest
    for path, _ in listed(manifest):  # built twice, in two places: the same bytes
        assert (again / path).read_bytes() == (published / path).read_bytes(), path


# --- --no-run ------------------------------------------------------------------------------------


@pytest.mark.slow("one more build of the site")
def test_no_run_fetches_nothing_and_offers_the_local_command(tmp_path: Path) -> None:
    out = tmp_path / "site"
    done = command(
        "scripts/build.py",
        "--no-run",
        "--out",
        str(out),
        NEXUS_CACHE=str(tmp_path / "cache"),
        NPM_CONFIG_REGISTRY=f"http://127.0.0.1:{free_port()}",
    )
    assert done.returncode == 0, done.stdout
    assert "Left out: what runs examples in the page (--no-run)." in done.stdout
    assert not (out / "run").exists()
    assert not (tmp_path / "cache" / "archives").exists()
    page = (out / "python" / "values" / "index.html").read_text("utf-8")
    assert "data-run=" not in page
    assert "python3 scripts/run.py examples/python/values/names.py" in page


def test_without_a_network_the_build_says_how_to_go_on(tmp_path: Path) -> None:
    done = command(
        "scripts/build.py",
        "--out",
        str(tmp_path / "site"),
        NEXUS_CACHE=str(tmp_path / "cache"),
        NPM_CONFIG_REGISTRY=f"http://127.0.0.1:{free_port()}",
    )
    assert done.returncode == 1
    assert "Fetching what runs in the page" in done.stdout
    assert "could not be fetched" in done.stdout
    assert "build.py --no-run" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "site").exists()
