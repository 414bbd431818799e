from collections.abc import Iterator
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def problems(contract: dict[str, Any], schema: dict[str, Any], value: Any) -> list[str]:
    """Say where ``value`` is not what ``schema``, a part of ``contract``, promises."""
    return list(_problems(contract, schema, value, "answer"))


def _problems(contract: Any, schema: Any, value: Any, where: str) -> Iterator[str]:
    if "$ref" in schema:  # "#/components/schemas/Project"
        found = contract
        for step in schema["$ref"].removeprefix("#/").split("/"):
            found = found[step]
        yield from _problems(contract, found, value, where)
    for part in schema.get("allOf", []):
        yield from _problems(contract, part, value, where)
    if choices := [problems(contract, part, value) for part in schema.get("oneOf", [])]:
        if all(choices):
            yield f"{where} is {value!r}, and fits none of {len(choices)} schemas"
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and not any(_is(value, kind) for kind in kinds):
        yield f"{where} is {value!r}, not {' or '.join(kinds)}"
    elif value not in schema.get("enum", [value]):
        yield f"{where} is {value!r}, not one of {', '.join(schema['enum'])}"
    elif isinstance(value, list):
        for place, item in enumerate(value):
            yield from _problems(contract, schema.get("items", {}), item, f"{where}[{place}]")
    elif isinstance(value, dict):
        for name in schema.get("required", []):
            if name not in value:
                yield f"{where}.{name} is missing"
        for name, part in schema.get("properties", {}).items():
            if name in value:
                yield from _problems(contract, part, value[name], f"{where}.{name}")


def _is(value: Any, kind: str) -> bool:
    # In Python True is an int, in JSON it is not.
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
