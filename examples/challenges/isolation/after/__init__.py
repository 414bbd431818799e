"""The project as it works on every machine."""
