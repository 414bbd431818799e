# needs: files
"""Make the wheels of the team's two packages: what a private index would offer."""

import zipfile
from pathlib import Path

PACKAGES = {
    "board_dates": "def iso_week(day):\n    return day.strftime('%G-W%V')\n",
    "board_words": "def plural(word, number):\n    return word if number == 1 else word + 's'\n",
}

Path("wheels").mkdir(exist_ok=True)
for name, code in PACKAGES.items():
    info = f"{name}-1.0.dist-info"
    files = {
        f"{name}.py": code,
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: us\nRoot-Is-Purelib: true\n"
        "Tag: py3-none-any\n",
    }
    files[f"{info}/RECORD"] = "".join(f"{file},,\n" for file in [*files, f"{info}/RECORD"])
    with zipfile.ZipFile(f"wheels/{name}-1.0-py3-none-any.whl", "w") as wheel:
        for file, text in files.items():
            wheel.writestr(file, text)
