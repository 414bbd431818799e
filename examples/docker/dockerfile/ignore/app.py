"""The code."""
