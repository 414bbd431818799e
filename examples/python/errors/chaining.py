import traceback

PLACES = {"nexus": "two"}


def with_cause() -> None:
    """Translate on purpose: the new error names its cause."""
    try:
        int(PLACES["nexus"])
    except ValueError as error:
        raise LookupError("no usable number") from error


def with_context() -> None:
    """Fail again in the handler: Python keeps what came before."""
    try:
        int(PLACES["nexus"])
    except ValueError:
        print("falling back to", PLACES["atlas"])


def without_context() -> None:
    """Hide a first error that would not help the reader."""
    try:
        int(PLACES["nexus"])
    except ValueError:
        raise LookupError("no usable number") from None


for fail in (with_cause, with_context, without_context):
    try:
        fail()
    except LookupError as error:  # KeyError is a LookupError too
        lines = "".join(traceback.format_exception(error)).splitlines()
        sentences = [line for line in lines if "above exception" in line]
        print(f"{fail.__name__} ends in {error!r}")
        print("  sentence:", *sentences or ["none"])
        print("  __cause__:", repr(error.__cause__))
        print("  __context__:", repr(error.__context__))
