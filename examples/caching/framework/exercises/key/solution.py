import hashlib
import json


def page_key(path: str, query: dict[str, str], viewer: int | None, language: str) -> str:
    """Return the key under which a page is cached."""
    text = json.dumps([path, query, viewer, language], sort_keys=True)
    return f"page:{hashlib.sha256(text.encode()).hexdigest()}"
