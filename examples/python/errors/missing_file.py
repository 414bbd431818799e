import errno
from pathlib import Path

path = Path("projects.json")
try:
    path.read_text(encoding="utf-8")
except FileNotFoundError as error:
    print("kind:", type(error).__name__)
    print("text:", error.strerror)
    print("file:", error.filename)
    print("errno is ENOENT:", error.errno == errno.ENOENT)
    print("looked in the current folder:", path.absolute().parent == Path.cwd())
