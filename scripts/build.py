"""Build the site strictly into site/: python3 scripts/build.py."""

from nexus.environment import inside


def main() -> int:
    """Run the command in the project's environment and return its exit code."""
    # Imported late: it needs what the environment holds.
    from nexus.building import build_main

    return build_main()


if __name__ == "__main__":
    raise SystemExit(inside(main))
