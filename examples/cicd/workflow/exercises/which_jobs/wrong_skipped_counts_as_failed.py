Jobs = dict[str, tuple[list[str], str]]


def results(jobs: Jobs, failing: set[str]) -> dict[str, str]:
    """Return `success`, `failure` or `skipped` for each job."""
    found: dict[str, str] = {}
    chains: dict[str, set[str]] = {}
    for name, (needs, condition) in jobs.items():
        chains[name] = set(needs).union(*(chains[need] for need in needs))
        met = {found[job] for job in chains[name]}
        good = met <= {"success"}
        runs = {"success()": good, "failure()": not good, "always()": True}[condition]
        found[name] = "skipped" if not runs else "failure" if name in failing else "success"
    return found
