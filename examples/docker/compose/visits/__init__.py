"""Two programs of one image."""
