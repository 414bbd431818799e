import warnings

# Code as text, so that the warning can be caught and printed
SOURCE = 'can_join = status is "open"'

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    compile(SOURCE, "board.py", "exec")

for warning in caught:
    hint = str(warning.message).split(". ")[1]  # same in all versions
    print(f"{warning.category.__name__}: {hint}")

OPEN = "open"
in_a_test = "open"
from_a_request = " open ".strip()

print("in a test:     ", in_a_test is OPEN, in_a_test == OPEN)
print("from a request:", from_a_request is OPEN, from_a_request == OPEN)
