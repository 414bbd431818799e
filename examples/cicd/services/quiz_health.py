RETRIES = 3


def states(checks: str) -> list[str]:
    """Return the state after each check: `.` is a good one, `x` a bad one."""
    state, bad, found = "starting", 0, []
    for check in checks:
        bad = bad + 1 if check == "x" else 0
        if check == ".":
            state = "healthy"
        elif bad >= RETRIES:
            state = "unhealthy"
        found.append(state)
    return found


print(*states("xx.xx.xxx")[-4:])
