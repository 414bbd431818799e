"""Run one example as its page shows it: python3 scripts/run.py examples/…."""

from nexus.environment import inside


def main() -> int:
    """Run the command in the project's environment and return its exit code."""
    # Imported late: it needs what the environment holds.
    from nexus.showing import main

    return main()


if __name__ == "__main__":
    raise SystemExit(inside(main))
