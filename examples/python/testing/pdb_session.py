# needs: files
import io
import pdb
import sys

import oldest

TYPED = """\
n
n
s
b 5
c
p blocker["number"], first["number"]
p blocker["number"] < first["number"]
n
u
pp login, images
q
"""


class Keyboard(io.StringIO):
    """Types the lines above, and shows them as a terminal does."""

    def readline(self, *size: int) -> str:
        """Return the next line and print it."""
        line = super().readline(*size)
        print(line, end="")
        return line


debugger = pdb.Pdb(
    stdin=Keyboard(TYPED), stdout=sys.stdout, nosigint=True, readrc=False
)
debugger.runcall(oldest.main)
