"""Serve the site with live reload: python3 scripts/serve.py."""

from nexus.environment import inside


def main() -> int:
    """Run the command in the project's environment and return its exit code."""
    # Imported late: it needs what the environment holds.
    from nexus.building import serve_main

    return serve_main()


if __name__ == "__main__":
    raise SystemExit(inside(main))
