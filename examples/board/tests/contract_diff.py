"""Says what in a new OpenAPI document can break a client that was written for the old one.

Requests and answers are judged in opposite directions: the server may take more than it
did and answer less freely than it did, never the other way around. What this does not
know (a composition whose number of parts changes) it reports, rather than letting it pass.
"""

from collections.abc import Iterator
from typing import Any

Json = dict[str, Any]

MAXIMA = ("maxLength", "maximum", "maxItems")
MINIMA = ("minLength", "minimum", "minItems")


def breaking(old: Json, new: Json) -> list[str]:
    """Return one line for each change that can break a client; none for additions."""
    return list(_Comparison(old, new).documents())


class _Comparison:
    def __init__(self, old: Json, new: Json) -> None:
        self.old, self.new = old, new

    def documents(self) -> Iterator[str]:
        for path, methods in self.old["paths"].items():
            for method, operation in methods.items():
                where = f"{method.upper()} {path}"
                if successor := self.new["paths"].get(path, {}).get(method):
                    yield from self.operations(where, operation, successor)
                else:
                    yield f"{where}: removed"

    def operations(self, where: str, old: Json, new: Json) -> Iterator[str]:
        if old["operationId"] != new["operationId"]:
            yield f"{where}: operationId {old['operationId']} is now {new['operationId']}"
        if {} in old.get("security", [{}]) and {} not in new.get("security", [{}]):
            yield f"{where}: needs credentials now"
        yield from self.parameters(where, old, new)
        yield from self.bodies(f"{where} body", old.get("requestBody"), new.get("requestBody"))
        for status, response in old["responses"].items():
            if not status.startswith("2"):
                continue
            if status not in new["responses"]:
                yield f"{where}: does not answer {status} anymore"
                continue
            answered = new["responses"][status]
            for header in response.get("headers", {}).keys() - answered.get("headers", {}).keys():
                yield f"{where} {status}: header {header} removed"
            yield from self.contents(f"{where} {status}", response, answered, answers=True)

    def parameters(self, where: str, old: Json, new: Json) -> Iterator[str]:
        before = {(p["in"], p["name"]): p for p in old.get("parameters", ())}
        after = {(p["in"], p["name"]): p for p in new.get("parameters", ())}
        for key in before.keys() - after.keys():
            yield f"{where}: {key[0]} parameter {key[1]} removed"
        for key, parameter in after.items():
            was = before.get(key, {})
            if parameter.get("required") and not was.get("required"):
                yield f"{where}: {key[0]} parameter {key[1]} is required now"
            if was:
                place = f"{where} parameter {key[1]}"
                yield from self.schemas(place, was["schema"], parameter["schema"], answers=False)

    def bodies(self, where: str, old: Json | None, new: Json | None) -> Iterator[str]:
        if new and new.get("required") and not (old and old.get("required")):
            yield f"{where}: is required now"
        if old and not new:
            yield f"{where}: is not taken anymore"
        if old and new:
            yield from self.contents(where, old, new, answers=False)

    def contents(self, where: str, old: Json, new: Json, *, answers: bool) -> Iterator[str]:
        for media_type, content in old.get("content", {}).items():
            if media_type not in new.get("content", {}):
                yield f"{where}: {media_type} removed"
            else:
                successor = new["content"][media_type]
                yield from self.schemas(
                    where, content["schema"], successor["schema"], answers=answers
                )

    def schemas(self, where: str, old: Json, new: Json, *, answers: bool) -> Iterator[str]:
        old, new = _resolve(self.old, old), _resolve(self.new, new)
        # What the side that sends may send: it must fit into what the other side expects.
        sent, taken = (new, old) if answers else (old, new)
        if alien := _types(sent) - _types(taken):
            yield f"{where}: type {'/'.join(sorted(alien))} " + (
                "can be answered now" if answers else "is not taken anymore"
            )
        yield from self.enums(where, old, new, answers=answers)
        for names, sign in ((MAXIMA, 1), (MINIMA, -1)):
            for name in names:
                limit = taken.get(name)
                if limit is not None and (name not in sent or sign * sent[name] > sign * limit):
                    yield f"{where}: {name} was {old.get(name)} and is {new.get(name)}"
        for name in ("pattern", "format"):
            if taken.get(name) and sent.get(name) != taken[name]:
                yield f"{where}: {name} was {old.get(name)} and is {new.get(name)}"
        yield from self.objects(where, old, new, answers=answers)
        if "items" in old and "items" in new:
            yield from self.schemas(f"{where}[]", old["items"], new["items"], answers=answers)
        for name in ("oneOf", "allOf", "anyOf"):
            parts, successors = old.get(name, []), new.get(name, [])
            if len(parts) != len(successors):
                yield f"{where}: {name} has {len(successors)} parts instead of {len(parts)}"
            for part, successor in zip(parts, successors, strict=False):
                yield from self.schemas(where, part, successor, answers=answers)

    def enums(self, where: str, old: Json, new: Json, *, answers: bool) -> Iterator[str]:
        if "enum" not in old and "enum" not in new:
            return
        if "enum" not in new or "enum" not in old:
            if ("enum" in new) != answers:
                yield f"{where}: the list of values was {'added' if 'enum' in new else 'removed'}"
            return
        for value in sorted(set(old["enum"]) - set(new["enum"])):
            yield f"{where}: value {value} removed"
        if answers:
            for value in sorted(set(new["enum"]) - set(old["enum"])):
                yield f"{where}: value {value} can be answered now"

    def objects(self, where: str, old: Json, new: Json, *, answers: bool) -> Iterator[str]:
        before, after = old.get("properties", {}), new.get("properties", {})
        for name in before.keys() - after.keys():
            yield f"{where}: field {name} removed"
        required, now_required = set(old.get("required", ())), set(new.get("required", ()))
        if answers:
            for name in (required - now_required) & after.keys():
                yield f"{where}: field {name} can be missing now"
        else:
            for name in now_required - required:
                yield f"{where}: field {name} is required now"
        for name in before.keys() & after.keys():
            yield from self.schemas(f"{where}.{name}", before[name], after[name], answers=answers)


def _resolve(document: Json, schema: Json) -> Json:
    while "$ref" in schema:
        node: Any = document
        for step in schema["$ref"].removeprefix("#/").split("/"):
            node = node[step]
        schema = node
    return schema


def _types(schema: Json) -> set[str]:
    kind = schema.get("type", [])
    return {kind} if isinstance(kind, str) else set(kind)
