import logging
import os
from pathlib import Path

logger = logging.getLogger(__name__)


def save_news(posts: list[str], folder: Path) -> Path:
    """Write the latest posts to ``folder``, at most NEWS_LIMIT of them (10)."""
    limit = int(os.environ.get("NEWS_LIMIT", "10"))
    if len(posts) > limit:
        logger.warning("kept %d of %d posts", limit, len(posts))
    file = folder / "news.txt"
    file.write_text("\n".join(posts[:limit]), encoding="utf-8")
    print(f"saved {file.name}")
    return file
