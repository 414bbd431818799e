import base64
import hashlib
import hmac
import json


def decode(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))


def naive_check(token: str, key: bytes) -> dict[str, str]:
    """Wrong: the token says how it wants to be checked."""
    header, claims, signature = token.split(".")
    algorithm = json.loads(decode(header))["alg"]
    if algorithm == "HS256":
        expected = hmac.digest(key, f"{header}.{claims}".encode(), hashlib.sha256)
        if not hmac.compare_digest(decode(signature), expected):
            raise PermissionError("signature")
    return json.loads(decode(claims))


def part(data: dict[str, str]) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


forged = f"{part({'alg': 'none'})}.{part({'user_id': '1'})}."
print("signed in as", naive_check(forged, b"a secret of 32 bytes, at least!!"))
