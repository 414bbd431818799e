"""How fast the board is, measured: `python bench/run.py`."""
