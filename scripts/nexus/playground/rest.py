"""An OpenAPI document as HTML: each operation with its parameters and an example body."""

import json
import re
from collections import defaultdict
from html import escape
from typing import Any

from nexus.playground.words import words

Json = dict[str, Any]


def html(document: Json, values: Json) -> str:
    """Return the operations of ``document``, grouped by their first tag."""
    groups: dict[str, list[str]] = defaultdict(list)
    for path, methods in document["paths"].items():
        for method, operation in methods.items():
            tag = (operation.get("tags") or ["other"])[0]
            groups[tag].append(_operation(document, method.upper(), path, operation, values))
    return "".join(
        f"<h3>{escape(tag.capitalize())}</h3>{''.join(shown)}" for tag, shown in groups.items()
    )


def _operation(document: Json, method: str, path: str, operation: Json, values: Json) -> str:
    parts = [f"<p>{_who(operation)}</p>"]
    if parameters := operation.get("parameters"):
        rows = "".join(_parameter(path, parameter, values) for parameter in parameters)
        parts.append(f"<ul>{rows}</ul>")
    if schema := _body_schema(document, operation):
        own = values["body"].get(operation["operationId"], {})
        example = json.dumps(_example(document, schema) | own, indent=2, ensure_ascii=False)
        fields = "".join(_field(document, name, schema) for name in schema.get("properties", {}))
        parts.append(f"<p>The body is a JSON object:</p><ul>{fields}</ul>")
        parts.append(
            f'<pre tabindex="0" data-body><code>{escape(example, quote=False)}</code></pre>'
        )
    answers = ", ".join(operation["responses"])
    parts.append(f"<p>It answers {answers}.</p>")
    return (
        f'<details class="nx-operation" data-method="{method}" data-path="{escape(path)}">'
        f"<summary><code>{method} {escape(path)}</code> "
        f"{words(operation.get('summary'))}</summary>{''.join(parts)}</details>"
    )


def _who(operation: Json) -> str:
    security = operation.get("security")
    if not security:
        return "Without signing in."
    if {} in security:
        return "Everybody; whoever is signed in may see more."
    return "Whoever is signed in."


def _parameter(path: str, parameter: Json, values: Json) -> str:
    name, place = parameter["name"], parameter["in"]
    if place == "path":
        before = re.search(rf"([^/]+)/{re.escape('{' + name + '}')}", path)
        filled = values["path"].get(f"{before[1]}/{{{name}}}" if before else name, "")
    elif place == "header" and parameter.get("required"):
        filled = values["header"].get(name, "")
    else:
        filled = ""
    value = f' data-value="{escape(str(filled))}"' if filled else ""
    place_in_words = f"{place}, required" if parameter.get("required") else place
    said = words(_described(parameter["schema"], parameter.get("description", "")))
    return (
        f'<li data-in="{place}" data-name="{escape(name)}"{value}>'
        f"<code>{escape(name)}</code> ({place_in_words}): {said}</li>"
    )


def _field(document: Json, name: str, schema: Json) -> str:
    field = _resolved(document, schema["properties"][name])
    required = ", required" if name in schema.get("required", ()) else ""
    said = words(_described(field, field.get("description", "")))
    return f"<li><code>{escape(name)}</code>{required}: {said}</li>"


def _described(schema: Json, description: str) -> str:
    """Return type and limits in words, then ``description``."""
    if "oneOf" in schema:
        schema = schema["oneOf"][0]
    kinds = schema.get("type", "any")
    kind = " or ".join(kinds) if isinstance(kinds, list) else kinds
    if "enum" in schema:
        kind = ", ".join(map(str, schema["enum"]))
    limits = [
        f"{word} {schema[key]:,}"
        for key, word in (
            ("minimum", "from"),
            ("maximum", "to"),
            ("minLength", "at least"),
            ("maxLength", "at most"),
        )
        # The limits of a database column tell a reader nothing.
        if key in schema and (key != "minLength" or schema[key] > 1) and schema[key] < 10**9
    ]
    characters = " characters" if "maxLength" in schema else ""
    default = [f"{schema['default']} where nothing is said"] if "default" in schema else []
    facts = ", ".join([kind, *([" ".join(limits) + characters] if limits else []), *default])
    return f"{facts}. {description}".strip()


def _body_schema(document: Json, operation: Json) -> Json | None:
    content = operation.get("requestBody", {}).get("content", {}).get("application/json")
    return _resolved(document, content["schema"]) if content else None


def _resolved(document: Json, schema: Json) -> Json:
    while reference := schema.get("$ref"):
        found: Any = document
        for step in reference.removeprefix("#/").split("/"):
            found = found[step]
        schema = found
    return schema


def _example(document: Json, schema: Json) -> Json:
    """Return an object that fits ``schema``: what is required, and what has an example."""
    found = {}
    for name, field in schema.get("properties", {}).items():
        field = _resolved(document, field)
        required = name in schema.get("required", ())
        if field.get("examples"):
            found[name] = field["examples"][0]
        elif "enum" in field and required:
            found[name] = field["enum"][0]
        elif required:
            found[name] = {"integer": 1, "boolean": True}.get(str(field.get("type")), "text")
    return found
