"""See which names each form of import binds."""

import tally
import tally as requests_tally
from tally import ask, pending

ask()
ask()
print("tally.pending:", tally.pending)
print("pending:", pending)
print("one module, two names:", requests_tally is tally)
print("the function, under both names:", ask is tally.ask)
