"""What goes wrong, the same in each run: of ten requests, six meet a fault of their own."""

import os
import signal

from kombu.exceptions import OperationalError

FAULTS = {
    1: "a free worker is faster than the commit",
    3: "the mail server is away",
    5: "the transaction is rolled back",
    7: "the broker is away",
    8: "the worker dies after sending",
    9: "the worker dies before sending",
}


class WorkerDied(BaseException):
    """Stands for the end of a process, where there is only one: no `except Exception` sees it."""


def strikes(fault: str, number: int) -> bool:
    """Whether this fault meets this request now. Each strikes once, but for a rollback."""
    if FAULTS.get(number % 10) != fault:
        return False
    if fault == FAULTS[5]:
        return True
    from crew.models import Happened

    _, first = Happened.objects.using("outside").get_or_create(fault=f"{fault} {number}")
    return first


def die(fault: str, number: int) -> None:
    if not strikes(fault, number):
        return
    if "BROKER_URL" in os.environ:
        os.kill(os.getpid(), signal.SIGKILL)
    raise WorkerDied


def find_broker(number: int) -> None:
    if strikes("the broker is away", number):
        raise OperationalError("[Errno 111] Connection refused")
