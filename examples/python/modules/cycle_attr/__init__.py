"""Two modules, one of which uses the other while it loads."""
