"""Progress by bytes: a line that fills on a terminal, a line per quarter elsewhere."""

import sys
from types import TracebackType
from typing import Self


def megabytes(count: int) -> str:
    """Return ``count`` bytes as people read it."""
    return f"{count / 1e6:.1f} MB"


class Progress:
    """Counts bytes up to ``total`` and shows them."""

    def __init__(self, total: int) -> None:
        """Start at nothing."""
        self.total = total
        self.done = 0
        self._shown = 0
        self._live = sys.stdout.isatty()

    def __enter__(self) -> Self:
        """Return itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the line that is being filled."""
        if self._live:
            print(flush=True)

    def add(self, count: int) -> None:
        """Count ``count`` more bytes."""
        self.done += count
        if self._live:
            print(f"\r  {megabytes(self.done)} of {megabytes(self.total)}", end="", flush=True)
        elif (quarter := self.done * 4 // self.total) > self._shown:
            self._shown = quarter
            print(f"  {megabytes(self.done)} of {megabytes(self.total)}", flush=True)
