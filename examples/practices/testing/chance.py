"""What a few flaky tests do to a suite, and what a second try does to a real bug."""

TIMES = 100  # each flaky test fails by chance once in so many runs

for flaky in (1, 5, 20, 70):
    red = 1 - (1 - 1 / TIMES) ** flaky
    print(f"{flaky:3} flaky tests: {red:4.0%} of the runs are red without a reason")

RARE = 1 / 20  # a real bug that shows in one run of twenty, such as a race
print(f"A race that shows in {RARE:.0%} of the runs stays hidden")
for tries in (1, 2, 3):
    print(f"  in {1 - RARE**tries:.2%} of the builds where a test is run at most {tries} times")
