Jobs = dict[str, tuple[list[str], str]]


def results(jobs: Jobs, failing: set[str]) -> dict[str, str]:
    """Return `success`, `failure` or `skipped` for each job."""
    found: dict[str, str] = {}
    for name, (needs, condition) in jobs.items():
        runs = condition == "always()" or "failure" not in {found[need] for need in needs}
        found[name] = "skipped" if not runs else "failure" if name in failing else "success"
    return found
