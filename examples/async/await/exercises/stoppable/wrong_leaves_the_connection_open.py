import logging
from collections.abc import AsyncIterator
from typing import Protocol

logger = logging.getLogger(__name__)


class Mailer(Protocol):
    """A connection to a mail server."""

    async def send(self, mail: str) -> None:
        """Send one mail."""

    async def close(self) -> None:
        """Say goodbye."""


async def send_all(mails: AsyncIterator[str], mailer: Mailer) -> None:
    """Send mails as they come, then close the connection."""
    async for mail in mails:
        try:
            await mailer.send(mail)
        except Exception:
            logger.exception("a mail failed")
    await mailer.close()
