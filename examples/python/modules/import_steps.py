"""Watch one module being found, run, cached and bound."""

import sys
from importlib.util import find_spec


def main() -> None:
    """Import limits twice and print what each step did."""
    print("found:", find_spec("limits") is not None)
    print("cached before:", "limits" in sys.modules)

    import limits

    print("cached after:", sys.modules["limits"] is limits)

    import limits as rules

    print("second import gives the same module:", rules is limits)
    rules.MAX_PENDING = 5
    print("changed through one name, seen through the other:", limits.MAX_PENDING)


if __name__ == "__main__":
    main()
