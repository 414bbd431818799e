"""Provoke three kinds of ModuleNotFoundError and read what is missing."""

from importlib import import_module

for name in ["bord_tools", "board_tools.slug", "slugs.rules"]:
    try:
        import_module(name)  # an import whose name is a string
    except ModuleNotFoundError as error:
        print(f"import {name}")
        print(f"  {error}")
        print(f"  missing: {error.name}")
