# needs: board
"""A rule of this team that no linter knows: views call services, they do not write."""

import ast
from pathlib import Path

import config

WRITES = {"save", "bulk_create", "update_or_create", "get_or_create", "delete"}


def writes(code: str) -> list[tuple[int, str]]:
    """Return (line, method) for each call that writes to the database."""
    return [
        (node.lineno, node.func.attr)
        for node in ast.walk(ast.parse(code))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in WRITES
    ]


SAMPLE = """\
def accept(self, request, pk):
    join_request = self.get_object()
    join_request.status = "accepted"
    join_request.save()
"""

if __name__ == "__main__":
    board = Path(config.__file__).parent.parent
    views = [board / "api" / version / "views.py" for version in ("v1", "v2")]
    found = [fault for view in views for fault in writes(view.read_text("utf-8"))]
    print("the board's views:", found or "no write")
    print("a view that writes:", writes(SAMPLE))
