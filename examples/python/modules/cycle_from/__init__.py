"""Two modules that need each other while they load."""
