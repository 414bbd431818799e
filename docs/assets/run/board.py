"""The board in the page's Python: its code, one database that lasts, one for each example."""

import json
import os
import shutil
import sys
import zipfile
from pathlib import Path

HOME = Path("/nexus")
CODE = HOME / "board"  # the top folder of the archive
LASTING = HOME / "lasting.sqlite3"  # what requests change, until Reset or the reader leaves
SCRATCH = HOME / "scratch.sqlite3"  # what one Python example sees, as in a local run

_seeded = HOME / "board.sqlite3"


def open_board(archive: str, database: str) -> None:
    """Put the board in place; each run, with a fresh Python around it, needs this first.

    Args:
        archive: path of the zip with the board's code.
        database: path of its seeded database.
    """
    global _seeded
    _seeded = Path(database)
    if not CODE.is_dir():
        with zipfile.ZipFile(archive) as file:
            file.extractall(HOME)
    sys.path.insert(1, str(CODE))
    os.environ["DJANGO_SETTINGS_MODULE"] = "config.page"
    os.environ["MEDIA_ROOT"] = str(HOME / "media")


def fresh_board() -> None:
    """Give a Python example the seeded database, and nothing that others left."""
    _use(SCRATCH, anew=True)


def send_http(text: str, reset: bool = False) -> str:
    """Send the requests of an `.http` file; return the answers as JSON.

    With ``reset`` the board begins anew; without ``text`` that is all.
    """
    return _send("send_http", text, reset)


def send_graphql(text: str, reset: bool = False) -> str:
    """Run the operations of a `.graphql` file; return the answers as JSON."""
    return _send("send_graphql", text, reset)


def _send(how: str, text: str, reset: bool) -> str:
    _use(LASTING, anew=reset or not LASTING.exists())
    if reset and not text:
        return json.dumps({"answers": [], "transcript": "", "error": None})
    import django

    django.setup()
    from sending import conversation
    from sending.files import FileError

    answers, error = [], None
    try:
        for answer in getattr(conversation, how)(text):
            answers.append(answer)
    except FileError as problem:
        error = {"message": f"Line {problem.line}: {problem}", "line": problem.line}
    return json.dumps(
        {
            "answers": [answer.as_json() for answer in answers],
            "transcript": "\n\n".join(answer.transcript() for answer in answers),
            "error": error,
        }
    )


def _use(database: Path, *, anew: bool) -> None:
    """Let Django work on ``database``; ``anew`` fills it from the seeded one first."""
    os.environ["DATABASE_URL"] = f"sqlite:///{database}"  # the settings read it once
    if "django.db" in sys.modules:
        from django.db import connection, connections

        connections.close_all()
        other = connection.settings_dict["NAME"] != str(database)
        connection.settings_dict["NAME"] = str(database)
        if anew or other:
            _empty_caches()
    if anew:
        for rest in HOME.glob(f"{database.name}-*"):
            rest.unlink()
        shutil.copyfile(_seeded, database)


def _empty_caches() -> None:
    """Forget answers of another database, and what the throttles have counted."""
    from django.core.cache import caches

    # Those of other contexts too: what they hold lies in one place per process.
    for cache in caches.all():
        cache.clear()
