"""A GraphQL schema as HTML: what can be asked, with an operation to begin from, and its types."""

import json
from collections.abc import Iterator
from html import escape
from typing import Any

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    build_schema,
    get_named_type,
    is_leaf_type,
    is_required_argument,
    is_required_input_field,
)

from nexus.examples import Example, every, is_project
from nexus.fence import figure
from nexus.playground.words import words

_DEPTH = 3  # levels of fields that an operation to begin from selects
_ROWS = "first"  # the argument that keeps a list short


def html(text: str, values: dict[str, Any], root: str) -> str:
    """Return queries, mutations, the queries of the lessons, and all types."""
    schema = build_schema(text)
    parts = []
    for title, kind in (("Queries", schema.query_type), ("Mutations", schema.mutation_type)):
        if kind:
            shown = "".join(_root_field(kind, name, values) for name in kind.fields)
            parts.append(f"<h3>{title}</h3>{shown}")
    if lessons := [example for example in every() if _is_lesson(example)]:
        figures = "".join(figure(example, None, "code", root) for example in lessons)
        parts.append(f"<h3>Queries of the lessons</h3>{figures}")
    types = "".join(_type(schema, name) for name in sorted(schema.type_map) if name[:2] != "__")
    return f"{''.join(parts)}<h3>Types</h3>{types}"


def _is_lesson(example: Example) -> bool:
    return example.path.suffix == ".graphql" and example.runs and not is_project(example.page)


def _root_field(kind: GraphQLObjectType, name: str, values: dict[str, Any]) -> str:
    field = kind.fields[name]
    operation = _operation(kind.name.lower(), name, field, values["argument"].get(name, {}))
    said = words(field.description)
    text = f'<pre tabindex="0" data-text><code>{escape(operation, quote=False)}</code></pre>'
    return (
        f'<details class="nx-operation" data-graphql><summary><code>{escape(name)}</code> {said}'
        f"</summary>{_arguments(field.args)}{text}</details>"
    )


def _arguments(arguments: dict[str, GraphQLArgument]) -> str:
    rows = "".join(
        f"<li><code>{name}: {argument.type}</code> {words(argument.description)}</li>"
        for name, argument in arguments.items()
    )
    return f"<ul>{rows}</ul>" if rows else ""


def _operation(keyword: str, name: str, field: GraphQLField, own: dict[str, Any]) -> str:
    """Return an operation that asks for one field, with the variables that it needs."""
    used = {
        argument: kind
        for argument, kind in field.args.items()
        if is_required_argument(kind) or argument in own or argument == _ROWS
    }
    variables = {
        argument: own.get(argument, 2 if argument == _ROWS else _value(kind.type))
        for argument, kind in used.items()
    }
    for argument, kind in used.items():
        if isinstance(variables[argument], dict):
            variables[argument] = _value(kind.type) | variables[argument]
    title = name[0].upper() + name[1:]
    declared = ", ".join(f"${argument}: {kind.type}" for argument, kind in used.items())
    passed = ", ".join(f"{argument}: ${argument}" for argument in used)
    lines = [f"# variables: {json.dumps(variables, ensure_ascii=False)}"] if used else []
    lines += [f"{keyword} {title}{f'({declared})' if used else ''} {{"]
    chosen = list(_selection(field.type, 2))
    lines += [f"  {name}{f'({passed})' if used else ''}{' {' if chosen else ''}"]
    lines += [*chosen, "  }"] if chosen else []
    return "\n".join([*lines, "}"]) + "\n"


def _selection(kind: Any, depth: int) -> Iterator[str]:
    """Yield the lines that select the plain fields of a type, and a little of what it holds."""
    named, indent = get_named_type(kind), "  " * depth
    if isinstance(named, GraphQLUnionType):
        for member in named.types:
            yield f"{indent}... on {member.name} {{"
            yield from _selection(member, depth + 1)
            yield f"{indent}}}"
    if not isinstance(named, GraphQLObjectType | GraphQLInterfaceType):
        return
    plain = [
        name for name, field in named.fields.items() if is_leaf_type(get_named_type(field.type))
    ]
    for name, field in named.fields.items():
        if name in plain:
            yield f"{indent}{name}"
        elif name in {"edges", "node", "pageInfo"} or (not plain and depth < _DEPTH + 2):
            yield f"{indent}{name} {{"
            yield from _selection(field.type, depth + 1)
            yield f"{indent}}}"


def _value(kind: Any) -> Any:
    """Return a value that fits an input type."""
    named = get_named_type(kind)
    if isinstance(named, GraphQLInputObjectType):
        return {
            name: _value(field.type)
            for name, field in named.fields.items()
            if is_required_input_field(field)
        }
    if isinstance(named, GraphQLEnumType):
        return next(iter(named.values))
    return {"Int": 1, "Boolean": True, "Float": 1.0}.get(named.name, "text")


def _type(schema: GraphQLSchema, name: str) -> str:
    kind = schema.type_map[name]
    if kind in (schema.query_type, schema.mutation_type):
        return ""
    if isinstance(kind, GraphQLUnionType):
        rows = [f"<code>{member.name}</code>" for member in kind.types]
        word = "union of"
    elif isinstance(kind, GraphQLEnumType):
        rows = [f"<code>{value}</code>" for value in kind.values]
        word = "enum"
    elif isinstance(kind, GraphQLObjectType | GraphQLInterfaceType | GraphQLInputObjectType):
        rows = [
            f"<code>{field}: {it.type}</code> {words(it.description)}"
            for field, it in kind.fields.items()
        ]
        word = "input" if isinstance(kind, GraphQLInputObjectType) else "type"
    else:
        return ""
    items = "".join(f"<li>{row}</li>" for row in rows)
    said = words(kind.description)
    return (
        f"<details><summary><code>{name}</code> ({word}) {said}</summary><ul>{items}</ul></details>"
    )
