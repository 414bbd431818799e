"""The collaboration board, as an installable package."""
