# raises: ImportError
"""Import two modules that import names from each other."""

import cycle_from.projects

print(cycle_from.projects.Project)
