"""Run every test: python3 scripts/test.py."""

from nexus.environment import inside


def main() -> int:
    """Run the command in the project's environment and return its exit code."""
    # Imported late: it needs what the environment holds.
    from nexus.testing import main

    return main()


if __name__ == "__main__":
    raise SystemExit(inside(main))
