"""Import everything from a module, and see what came along."""

from tally import *  # noqa: F403

print("came along:", sorted(name for name in dir() if name[0] != "_"))
print("sum now comes from:", sum.__module__)
