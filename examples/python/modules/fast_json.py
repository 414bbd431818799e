"""Encode with orjson where it is installed, with the standard library elsewhere."""

import json

try:
    import orjson
except ModuleNotFoundError:
    orjson = None


def encode(data: dict[str, str]) -> bytes:
    """Return compact JSON as UTF-8 bytes."""
    if orjson is not None:
        return orjson.dumps(data)
    return json.dumps(data, separators=(",", ":"), ensure_ascii=False).encode()


if __name__ == "__main__":
    print("orjson installed:", orjson is not None)
    print(encode({"slug": "food-rescue-api", "owner": "Ada"}))
