"""What one run may change in Python and the next one must not see."""

import asyncio
import builtins
import contextlib
import gc
import os
import random
import shutil
import signal
import sys
import warnings
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

STREAMS = ("stdin", "stdout", "stderr")
HOOKS = (*STREAMS, "excepthook", "displayhook", "unraisablehook", "breakpointhook")
# What the runner itself uses: never loaded twice.
OURS = ("nexus_page", "nexus_host", "pyodide", "_pyodide")
KEPT = (*OURS, "pytest", "_pytest", "pluggy", "iniconfig", "packaging", "pygments")
HOME = "/home/reader"  # where examples lie
SITE = "/site-packages/"

_worlds: dict[str, dict[str, ModuleType]] = {}


@contextlib.contextmanager
def state(world: str) -> Iterator[None]:
    """Give what runs inside a Python of its own, as far as one process can.

    Args:
        world: runs of one named world share the libraries they loaded; "" shares nothing.
    """
    before = {name: getattr(sys, name) for name in HOOKS}
    built_in = vars(builtins).copy()
    environment, path, argv = dict(os.environ), sys.path[:], sys.argv
    limit, where, mask = sys.getrecursionlimit(), os.getcwd(), _umask()
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGALRM)}
    modules = dict(sys.modules)
    sys.modules.update(_worlds.get(world, {}))
    random.seed()
    try:
        with warnings.catch_warnings():
            yield
    finally:
        sys.settrace(None)
        sys.setprofile(None)
        for name, value in before.items():
            setattr(sys, name, value)
        for name in vars(builtins).keys() - built_in.keys():
            delattr(builtins, name)
        vars(builtins).update(built_in)
        os.environ.clear()
        os.environ.update(environment)
        sys.path[:], sys.argv = path, argv
        sys.setrecursionlimit(limit)
        os.chdir(where)
        os.umask(mask)
        gc.enable()
        for number, handler in handlers.items():
            signal.signal(number, handler)
        asyncio._set_running_loop(None)
        _forget(world, modules)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _forget(world: str, before: dict[str, ModuleType]) -> None:
    """Take out of ``sys.modules`` what a run brought in, but for Python's own modules."""
    kept = {}
    for name, module in list(sys.modules.items()):
        if name in before and before[name] is module:
            continue
        file = getattr(module, "__file__", None) or ""
        if name.partition(".")[0] in KEPT or (file.startswith("/lib/") and SITE not in file):
            continue
        if not file and name in sys.builtin_module_names:
            continue
        del sys.modules[name]
        # A library in compiled code cannot be loaded twice, so it stays for all.
        if file.endswith(".so"):
            sys.modules[name] = module
        elif world and not file.startswith(HOME):
            kept[name] = module
    sys.modules.update({name: module for name, module in before.items() if name not in sys.modules})
    if world:
        _worlds[world] = kept


@contextlib.contextmanager
def loggers() -> Iterator[None]:
    """Put the state of `logging`, which is one per process, back afterwards."""
    import logging

    known = dict(logging.root.manager.loggerDict)
    found = [logging.root, *(one for one in known.values() if isinstance(one, logging.Logger))]
    before: list[tuple[dict[Any, Any], dict[Any, Any]]]
    before = [(vars(one), vars(one) | _lists(one)) for one in found]
    tables = (logging._levelToName, logging._nameToLevel)
    before += [(table, dict(table)) for table in tables]
    try:
        yield
    finally:
        logging.captureWarnings(False)
        logging.disable(logging.NOTSET)
        logging.setLoggerClass(logging.Logger)
        for now, then in before:
            now.clear()
            now.update(then)
        logging.root.manager.loggerDict.clear()
        logging.root.manager.loggerDict.update(known)
        logging.root.manager._clear_cache()


def _lists(logger: Any) -> dict[str, Any]:
    return {"handlers": logger.handlers[:], "filters": logger.filters[:], "_cache": {}}


class AtExit:
    """Stands in for `atexit`, so that its functions run when the program ends, not Python."""

    def __init__(self) -> None:
        """Wait for nothing yet."""
        self.waiting: list[tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]] = []

    def register(self, call: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        """Remember ``call`` as `atexit.register` does."""
        self.waiting.append((call, args, kwargs))
        return call

    def unregister(self, call: Callable[..., Any]) -> None:
        """Forget ``call``."""
        self.waiting = [one for one in self.waiting if one[0] != call]

    def run(self) -> None:
        """Call what was registered, the last one first; show errors as Python does."""
        while self.waiting:
            call, args, kwargs = self.waiting.pop()
            try:
                call(*args, **kwargs)
            except Exception:
                print(f"Exception ignored in atexit callback {call!r}:", file=sys.stderr)
                sys.excepthook(*sys.exc_info())

    @contextlib.contextmanager
    def installed(self) -> Iterator["AtExit"]:
        """Put this one in the place of `atexit` inside the block."""
        import atexit

        register, unregister = atexit.register, atexit.unregister
        atexit.register, atexit.unregister = self.register, self.unregister
        try:
            yield self
        finally:
            atexit.register, atexit.unregister = register, unregister


def folder(path: str, files: dict[str, bytes]) -> None:
    """Make ``path`` hold exactly ``files``: what a run wrote there is gone."""
    shutil.rmtree(path, ignore_errors=True)
    made = set()
    for name, content in files.items():
        target = f"{path}/{name}"
        parent = target.rpartition("/")[0]
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(target, "wb") as out:
            out.write(content)
