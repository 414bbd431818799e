"""The project as Ada has it: it works on her machine."""
