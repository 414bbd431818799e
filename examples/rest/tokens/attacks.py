import base64
import json

from by_hand import Refused, check, make

KEY = b"a secret of 32 bytes, at least!!"
NOW = 1_795_514_400
token = make({"user_id": "7", "exp": NOW + 600}, KEY)
header, claims, signature = token.split(".")


def part(data: dict[str, object]) -> str:
    return base64.urlsafe_b64encode(json.dumps(data).encode()).rstrip(b"=").decode()


admin = part({"user_id": "1", "exp": NOW + 600})
attempts = {
    "as it was made": (token, NOW),
    "other claims": (f"{header}.{admin}.{signature}", NOW),
    "other key": (make({"user_id": "1", "exp": NOW + 600}, b"a guess"), NOW),
    "alg: none": (f"{part({'alg': 'none'})}.{admin}.", NOW),
    "cut short": (token[:-5], NOW),
    "ten minutes later": (token, NOW + 600),
    "an hour later": (token, NOW + 3600),
}
for name, (sent, now) in attempts.items():
    try:
        print(f"{name:18} accepted: {check(sent, KEY, now)}")
    except Refused as why:
        print(f"{name:18} refused: {why}")

print("three seconds late, five allowed:", check(token, KEY, NOW + 603, leeway=5)["user_id"])
