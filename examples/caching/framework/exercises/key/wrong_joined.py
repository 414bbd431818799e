import hashlib


def page_key(path: str, query: dict[str, str], viewer: int | None, language: str) -> str:
    """Return the key under which a page is cached."""
    text = "&".join(f"{name}={value}" for name, value in sorted(query.items()))
    text = f"{path}?{text}:{viewer}:{language}"
    return f"page:{hashlib.sha256(text.encode()).hexdigest()}"
