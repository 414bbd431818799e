from collections.abc import Callable
from typing import Protocol


class Platform(Protocol):
    def start(self, version: str) -> None: ...
    def stop(self, version: str) -> None: ...
    def ready(self, version: str) -> bool: ...
    def switch(self, version: str) -> None: ...
    def works(self) -> bool: ...


def says_yes(question: Callable[[], bool]) -> bool:
    try:
        return question()
    except OSError:
        return False


def deploy(old: str, new: str, platform: Platform) -> bool:
    """Bring users to ``new``, or leave them on ``old``."""
    platform.start(new)
    if not says_yes(lambda: platform.ready(new)):
        platform.stop(new)
        return False
    platform.switch(new)
    if not says_yes(platform.works):
        platform.switch(old)
        platform.stop(new)
        return False
    platform.stop(old)
    return True
