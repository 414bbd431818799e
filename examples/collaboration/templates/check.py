import re
from pathlib import Path

LIMIT = 2000  # characters of one Discord message
# A field is a line's label or a heading: what stands before its colon.
FIELD = re.compile(r"^(?:- ([A-Z][\w ]+):|#+ ([\w ]+)|\*\*([A-Z][\w ]+):)", re.M)
GAP = re.compile(r"<[a-z][^>\n]*>", re.I)


def fields(text: str) -> set[str]:
    """Return the fields of a message."""
    return {name.strip() for found in FIELD.findall(text) for name in found if name}


for template in sorted(Path().glob("*.md")):
    if template.stem.endswith("_filled"):
        continue
    filled = template.with_name(f"{template.stem}_filled.md").read_text("utf-8")
    missing = fields(template.read_text("utf-8")) - fields(filled)
    print(
        f"{template.stem}: {len(filled):,} of {LIMIT:,} characters,",
        f"{len(GAP.findall(filled))} gaps left,",
        f"missing: {', '.join(sorted(missing)) or 'nothing'}",
    )
