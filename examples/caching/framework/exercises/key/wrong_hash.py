import json


def page_key(path: str, query: dict[str, str], viewer: int | None, language: str) -> str:
    """Return the key under which a page is cached."""
    return f"page:{hash(json.dumps([path, query, viewer, language], sort_keys=True))}"
