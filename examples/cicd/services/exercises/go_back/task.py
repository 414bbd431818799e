from typing import Protocol


class Platform(Protocol):
    def start(self, version: str) -> None: ...
    def stop(self, version: str) -> None: ...
    def ready(self, version: str) -> bool: ...
    def switch(self, version: str) -> None: ...
    def works(self) -> bool: ...


def deploy(old: str, new: str, platform: Platform) -> bool:
    """Bring users to ``new``, or leave them on ``old``."""
    platform.start(new)
    if not platform.ready(new):
        platform.stop(new)
        return False
    platform.switch(new)
    platform.stop(old)
    return platform.works()
