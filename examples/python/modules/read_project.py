"""Read what a project declares about itself."""

import tomllib
from pathlib import Path

config = tomllib.loads(Path("project/pyproject.toml").read_text(encoding="utf-8"))
project = config["project"]
print("pip install:", project["name"])
print("needs Python:", project["requires-python"])
print("always installs:", project["dependencies"])
print("pip install nexus-board[fast] adds:", project["optional-dependencies"]["fast"])
print("puts on your PATH:", list(project["scripts"]))
print("for developers only:", list(config["dependency-groups"]))
