import base64
import hashlib
import hmac
import json

KEY = b"a secret of 32 bytes, at least!!"


def base64url(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


header = base64url(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
claims = base64url(json.dumps({"user_id": "7", "exp": 1795514400}).encode())
signature = base64url(hmac.digest(KEY, header + b"." + claims, hashlib.sha256))

for name, part in [("header", header), ("claims", claims), ("signature", signature)]:
    print(f"{name:9} {part.decode()}")

print("\nWhat anybody can read, without the key:")
print(base64.urlsafe_b64decode(claims + b"==").decode())
