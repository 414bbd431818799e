"""Limits of the board. It prints, so that you can see when it runs."""

print("  limits.py runs")

MAX_PENDING = 3
