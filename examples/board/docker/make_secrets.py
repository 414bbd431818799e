"""Writes the secrets of one installation of the board, at its first start.

Each is random, and lies in a volume that only containers see. Where a platform keeps
secrets, mount its own under these names, and this program changes nothing.
"""

from pathlib import Path
from secrets import token_hex, token_urlsafe

FOLDER = Path("/run/secrets")
DONE = FOLDER / "secret_key"  # written last: no server starts before it is there


def main() -> None:
    """Write all of them, unless that is done."""
    if DONE.exists():
        return
    postgres, redis, rabbitmq = token_hex(24), token_hex(24), token_hex(24)
    files = {
        "postgres_password": postgres,
        "database_url": f"postgres://board:{postgres}@postgres:5432/board",
        "redis.conf": f"requirepass {redis}\n",
        "redis_url": f"redis://:{redis}@redis:6379",
        "rabbitmq.conf": "default_vhost = board\ndefault_user = board\n"
        f"default_pass = {rabbitmq}\n",
        "broker_url": f"amqp://board:{rabbitmq}@rabbitmq:5672/board",
        DONE.name: token_urlsafe(50),
    }
    for name, text in files.items():
        (FOLDER / name).write_text(text, "utf-8")


main()
