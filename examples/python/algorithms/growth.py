def open_first(_n: int) -> int:
    """Read one project."""
    return 1


def halve(n: int) -> int:
    """Throw half of the board away until one project is left."""
    steps = 0
    while n > 1:
        n //= 2
        steps += 1
    return steps


def read_all(n: int) -> int:
    """Read every project."""
    steps = 0
    for _ in range(n):
        steps += 1
    return steps


def halve_for_each(n: int) -> int:
    """Halve the board once for every project on it."""
    steps = 0
    for _ in range(n):
        steps += halve(n)
    return steps


def compare_all(n: int) -> int:
    """Compare every project with every project."""
    steps = 0
    for _ in range(n):
        for _ in range(n):
            steps += 1
    return steps


def list_teams(n: int) -> int:
    """Build every possible team of n people: each is in or out."""
    teams: list[tuple[int, ...]] = [()]
    for person in range(n):
        with_person = [(*team, person) for team in teams]
        teams = teams + with_person
    return len(teams)


for job in (open_first, halve, read_all, halve_for_each, compare_all):
    a, b, c = job(256), job(512), job(1024)
    print(f"{job.__name__:14} {a:6} {b:7} {c:8}  x{b / a:.2f} x{c / b:.2f}")
print("list_teams, n = 10, 11, 12:", list_teams(10), list_teams(11), list_teams(12))
