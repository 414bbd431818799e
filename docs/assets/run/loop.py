"""An event loop that blocks, as a terminal's does: the worker has nothing else to do.

With it `asyncio.run` behaves as CPython's own, and needs no JavaScript promise integration.
"""

import asyncio
import asyncio.events
import contextlib
import sys
import time
from collections.abc import Iterator
from typing import Any

from pyodide import webloop  # keeps the functions that it replaced


class _Nothing:
    """Stands for the selector: there is nothing to wait for but time."""

    def select(self, timeout: float | None) -> list[Any]:
        if timeout is None:
            raise RuntimeError("every task waits for another one: this would never end")
        if timeout > 0:
            time.sleep(timeout)
        return []


class PageLoop(asyncio.BaseEventLoop):
    """CPython's event loop without sockets."""

    def __init__(self) -> None:
        """Make a loop that waits for time alone."""
        super().__init__()
        self._selector = _Nothing()

    def _process_events(self, event_list: list[Any]) -> None:
        """Do nothing: no event can come from outside."""

    def _write_to_self(self) -> None:
        """Do nothing: there is no other thread to wake."""


class PagePolicy(asyncio.events._BaseDefaultEventLoopPolicy):
    """Makes ``PageLoop`` what `asyncio.run` takes."""

    _loop_factory = PageLoop


def install() -> None:
    """Take back what Pyodide replaced, and use ``PageLoop``."""
    asyncio.run = webloop._orig_run
    time.sleep = webloop._orig_sleep
    asyncio.EventLoop = asyncio.SelectorEventLoop = PageLoop
    asyncio.events._set_event_loop_policy(PagePolicy())
    # Ours is called from JavaScript, where Pyodide's own loop counts as running.
    asyncio._set_running_loop(None)


@contextlib.contextmanager
def outside_loop() -> Iterator[None]:
    """Hide the running loop and task: what runs inside counts as another thread would."""
    loop = asyncio._get_running_loop()
    if loop is None:
        yield
        return
    task = asyncio.tasks._swap_current_task(loop, None)
    asyncio._set_running_loop(None)
    try:
        yield
    finally:
        asyncio._set_running_loop(loop)
        asyncio.tasks._swap_current_task(loop, task)


def fit_asgiref(sync: Any) -> None:
    """Give `asgiref.sync` ways from sync to async and back that need no thread."""

    async def to_async(self: Any, *args: Any, **kwargs: Any) -> Any:
        with outside_loop():
            return self.func(*args, **kwargs)

    def to_sync(self: Any, *args: Any, **kwargs: Any) -> Any:
        if asyncio._get_running_loop() is not None:
            raise RuntimeError(
                "You cannot use AsyncToSync in the same thread as an async event loop - "
                "just await the async function directly."
            )
        return asyncio.run(self.awaitable(*args, **kwargs))

    sync.SyncToAsync.__call__ = to_async
    sync.AsyncToSync.__call__ = to_sync


class _AsgirefFinder:
    """Fits `asgiref.sync` whenever it is imported."""

    def find_spec(self, name: str, path: Any = None, target: Any = None) -> Any:
        if name != "asgiref.sync":
            return None
        others = [finder for finder in sys.meta_path if finder is not self]
        found = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in found if spec is not None), None)
        if spec is not None:
            execute = spec.loader.exec_module

            def load(module: Any) -> None:
                execute(module)
                fit_asgiref(module)

            spec.loader.exec_module = load
        return spec


def watch_asgiref() -> None:
    """Fit `asgiref.sync` from its first import on."""
    sys.meta_path.insert(0, _AsgirefFinder())
