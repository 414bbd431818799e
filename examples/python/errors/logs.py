import logging
import logging.config
from dataclasses import dataclass, field

logger = logging.getLogger(__name__)
SETTINGS = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "stream": "ext://sys.stdout",
        }
    },
    "root": {"level": "INFO", "handlers": ["console"]},
}


@dataclass
class Session:
    """Who is signed in; repr, and so the log, leaves the token out."""

    person: str
    token: str = field(repr=False)


def accept(session: Session, places: dict[str, int], slug: str) -> None:
    """Take one place of a project and leave a trail."""
    logger.debug("places before: %r", places)
    places[slug] -= 1
    logger.info("%s accepted for %s, %d left", session, slug, places[slug])


def main() -> None:
    """Configure logging once, then log a success and a failure."""
    logging.config.dictConfig(SETTINGS)
    ada = Session("Ada", token="s3cret")
    for slug in ("nexus", "atlas"):
        try:
            accept(ada, {"nexus": 2}, slug)
        except KeyError:
            logger.exception("cannot accept for project %r", slug)


if __name__ == "__main__":
    main()
