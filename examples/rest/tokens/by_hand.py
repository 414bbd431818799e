import base64
import hashlib
import hmac
import json
from typing import Any


class Refused(Exception):
    """The token is no good; the text says why, for our log."""


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def _decode(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)


def _sign(text: str, key: bytes) -> bytes:
    return hmac.digest(key, text.encode(), hashlib.sha256)


def make(claims: dict[str, Any], key: bytes) -> str:
    header = {"alg": "HS256", "typ": "JWT"}
    text = ".".join(_encode(json.dumps(part).encode()) for part in (header, claims))
    return f"{text}.{_encode(_sign(text, key))}"


# --8<-- [start:check]
def check(token: str, key: bytes, now: float, leeway: float = 0) -> dict[str, Any]:
    """Return the claims of a token that we made and that is still good."""
    try:
        header, claims, signature = token.split(".")
        algorithm, given = json.loads(_decode(header))["alg"], _decode(signature)
    except (ValueError, LookupError, TypeError) as error:
        raise Refused("malformed") from error
    if algorithm != "HS256":  # we choose the algorithm, the token does not
        raise Refused("algorithm")
    if not hmac.compare_digest(given, _sign(f"{header}.{claims}", key)):
        raise Refused("signature")
    trusted = json.loads(_decode(claims))  # not looked at before: now it is ours
    if trusted["exp"] <= now - leeway:
        raise Refused("expired")
    return trusted


# --8<-- [end:check]
