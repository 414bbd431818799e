wanted = ["python", "sql"]
offered = ["python", "sql"]
alias = wanted

print("two lists:", wanted == offered, wanted is offered)
print("one list: ", wanted == alias, wanted is alias)

contract_url = None  # there is one None object, so `is` is exact
print("no contract:", contract_url is None)

# Values made while the program runs, as if read from two requests
small, small_again = int("7"), int("7")
large, large_again = int("1000000"), int("1000000")
status, status_again = " open".strip(), " open".strip()

print("small ints:", small == small_again, small is small_again)
print("large ints:", large == large_again, large is large_again)
print("strings:   ", status == status_again, status is status_again)
