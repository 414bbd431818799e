import tally
from tally import ask, pending

ask()
pending += 10
print(pending, tally.pending)
