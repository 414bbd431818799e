from pathlib import Path
from tempfile import TemporaryDirectory

with TemporaryDirectory() as folder:
    path = Path(folder) / "pitch.txt"
    path.write_text("Café finder", encoding="utf-8")

    for encoding in ("utf-8", "cp1252", "ascii"):
        try:
            with path.open(encoding=encoding) as file:
                print(f"{encoding}: {file.read()!a}")
        except UnicodeDecodeError as error:
            print(f"{encoding}: {type(error).__name__}: {error}")
    print("closed after the block:", file.closed)

print("folder still there:", path.parent.exists())
