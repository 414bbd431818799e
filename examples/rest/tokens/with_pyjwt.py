import time

import jwt

from by_hand import check, make

KEY = b"a secret of 32 bytes, at least!!"
now = int(time.time())
good = {"user_id": "7", "exp": now + 600}

print("PyJWT reads ours:", jwt.decode(make(good, KEY), KEY, algorithms=["HS256"]) == good)
print("we read PyJWT's:", check(jwt.encode(good, KEY, algorithm="HS256"), KEY, now) == good)

forged = jwt.encode(good, None, algorithm="none")
cases = {
    "expired 3 s ago": (make({"exp": now - 3}, KEY), {"algorithms": ["HS256"]}),
    "the same, leeway 10": (make({"exp": now - 3}, KEY), {"algorithms": ["HS256"], "leeway": 10}),
    "made 30 s from now": (make(good | {"iat": now + 30}, KEY), {"algorithms": ["HS256"]}),
    "signed by another": (make(good, KEY[::-1]), {"algorithms": ["HS256"]}),
    "alg: none": (forged, {"algorithms": ["HS256"]}),
    "no list of algorithms": (make(good, KEY), {}),
}
for name, (token, options) in cases.items():
    try:
        jwt.decode(token, KEY, **options)
        print(f"{name}: accepted")
    except jwt.PyJWTError as error:
        print(f"{name}: {type(error).__name__}: {error}")
