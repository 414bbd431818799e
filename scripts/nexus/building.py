"""Building and serving the site with MkDocs."""

import argparse
import logging
import os
import shutil
import socket
import subprocess
from pathlib import Path

from nexus import lint, runtimes
from nexus.paths import CONFIG, DOCS, ROOT
from nexus.problems import NexusError, Problem
from nexus.runtimes import publishing


def build_main() -> int:
    """`build.py`: lint, then build strictly into a folder."""
    parser = argparse.ArgumentParser(prog="build.py", description="Build the site, strictly.")
    parser.add_argument(
        "--out", type=Path, default=ROOT / "site", help="folder to write (default site/)"
    )
    _add_no_run(parser)
    options = parser.parse_args()
    out = options.out.resolve()
    check_out(out)
    report(lint.run())
    _prepare(run=not options.no_run)
    build(out)
    pages = sum(1 for _ in out.rglob("index.html"))
    size = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    print(f"Built {pages} pages, {size / 2**20:.1f} MB, into {out}")
    return 0


def _add_no_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--no-run",
        action="store_true",
        help="leave out what runs examples in the page; nothing is fetched for it",
    )


def _prepare(*, run: bool) -> None:
    """Fetch and make what runs in the page, or leave it out of this build."""
    os.environ[runtimes.SWITCH] = "yes" if run else "no"
    if run:
        publishing.prepare()
    else:
        print("Left out: what runs examples in the page (--no-run).")


def check_out(out: Path) -> None:
    """Refuse a folder whose content the build would delete though it is not a site.

    Raises:
        NexusError: the folder holds something else, or contains this repository.
    """
    if out == ROOT or out in ROOT.parents or out in (DOCS, ROOT / "examples", ROOT / "scripts"):
        raise NexusError(
            f"--out {out} would delete the repository's own files; name another folder."
        )
    if out.is_dir() and any(out.iterdir()) and not (out / "search").is_dir():
        raise NexusError(
            f"--out {out} holds files that are no built site; empty it or name another folder."
        )


def report(problems: list[Problem]) -> None:
    """Print every problem; stop on errors.

    Raises:
        NexusError: there is at least one error.
    """
    errors = [problem for problem in problems if not problem.warning]
    warnings = [problem for problem in problems if problem.warning]
    for problem in problems:
        print(f"{'warning: ' if problem.warning else ''}{problem}")
    if warnings:
        print(f"{len(warnings)} warnings, which stop nothing.")
    if errors:
        raise NexusError(
            f"{len(errors)} problems, first at {errors[0].file}:{errors[0].line}. Each line above "
            "says how to mend it; docs/contributing/rules.md explains the rules."
        )


def settings() -> dict[str, str]:
    """Return the environment variables that `mkdocs.yml` reads, from git and the machine."""
    found = {
        "NEXUS_DATES": "false",
        "NO_MKDOCS_2_WARNING": "true",
        "DISABLE_MKDOCS_2_WARNING": "true",
    }
    if repository := os.environ.get("REPO_URL"):
        found["EDIT_URI"] = f"{repository.rstrip('/')}/edit/main/docs/"
    commit_time = _git("log", "-1", "--format=%ct")
    if commit_time and _git("rev-parse", "--is-shallow-repository") == "false":
        found["NEXUS_DATES"] = "true"
    else:
        print("Left out: “last updated” dates (this is no git clone with its history).")
    # Sitemap and archives carry the commit's time, so the same commit gives the same bytes.
    if commit_time and "SOURCE_DATE_EPOCH" not in os.environ:
        found["SOURCE_DATE_EPOCH"] = commit_time
    return found


def _git(*arguments: str) -> str:
    """Return what git prints, or "" without git, outside a clone, or before a commit."""
    git = shutil.which("git")
    if git is None:
        return ""
    done = subprocess.run([git, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def build(out: Path) -> None:
    """Build the site into ``out``.

    Raises:
        NexusError: MkDocs found something wrong; it has printed where.
    """
    os.environ.update(settings())
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    logging.basicConfig(level=logging.WARNING, format="%(levelname)s: %(message)s")
    try:
        config = load_config(str(CONFIG), site_dir=str(out), strict=True)
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
    except MkDocsException as error:
        raise NexusError(f"The site was not built: {error}") from error


def serve_main() -> int:
    """`serve.py`: serve the site with live reload until Ctrl+C."""
    parser = argparse.ArgumentParser(
        prog="serve.py", description="Serve the site with live reload."
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)"
    )
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (default 8000)")
    _add_no_run(parser)
    options = parser.parse_args()
    _check_port(options.host, options.port)
    _prepare(run=not options.no_run)
    os.environ.update(settings())
    from mkdocs.commands.serve import serve

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    logging.getLogger("markdown").setLevel(logging.WARNING)
    address = f"http://{options.host}:{options.port}/"
    print(f"Building the site; it will be at {address} and follow your edits. Stop with Ctrl+C.")
    serve(
        str(CONFIG),
        livereload=True,
        dev_addr=f"{options.host}:{options.port}",
        strict=False,
        site_url=address,
    )
    return 0


def _check_port(host: str, port: int) -> None:
    """Raise a NexusError unless ``port`` can be listened on."""
    with socket.socket() as probe:
        if os.name != "nt":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OverflowError:
            raise NexusError(
                f"Port {port} does not exist; choose one from 1024 to 65535."
            ) from None
        except OSError as error:
            raise NexusError(
                f"{host}:{port} cannot be used ({error.strerror}): another program, perhaps "
                "another serve.py, listens there. Stop it, or choose another port: "
                f"python3 scripts/serve.py --port {port + 1}"
            ) from None
