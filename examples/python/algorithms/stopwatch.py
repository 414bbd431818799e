import timeit

slugs = [f"project-{number}" for number in range(20_000)]
by_slug = set(slugs)
five = slugs[:5]
wanted = "project-19999"  # the worst place for a list: the end


def best_time(statement: str, number: int) -> float:
    """Return the seconds for one run, from the quietest of five rounds."""
    # globals() lets the statement see the names of this file.
    rounds = timeit.repeat(statement, globals=globals(), repeat=5, number=number)
    return min(rounds) / number


in_list = best_time("wanted in slugs", number=50)
in_set = best_time("wanted in by_slug", number=100_000)
in_five = best_time("wanted in five", number=100_000)

print("list of 20,000 at least 20 times slower:", in_list > 20 * in_set)
print("list of 5 under a ten-thousandth of a second:", in_five < 0.0001)
