"""Limits of the board. It prints, so that you can see when it runs."""

import sys

print("  limits.py runs; it is in sys.modules already:", __name__ in sys.modules)

MAX_PENDING = 3
