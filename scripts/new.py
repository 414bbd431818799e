"""Make a page with its examples: python3 scripts/new.py page python/topic "Title"."""

from nexus.environment import inside


def main() -> int:
    """Run the command in the project's environment and return its exit code."""
    # Imported late: it needs what the environment holds.
    from nexus.scaffold import main

    return main()


if __name__ == "__main__":
    raise SystemExit(inside(main))
