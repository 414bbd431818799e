"""What one GraphQL request may ask for; the numbers are in `settings.GRAPHQL`.

In GraphQL the client decides how much work a request is. A document of a few hundred
characters can ask for millions of rows, so the board measures each one before it runs:

* `MAX_TOKENS`: words and signs of the document.
* `MAX_DEPTH`: fields within fields.
* `MAX_ALIASES`: the same field asked for again under another name.
* `MAX_COST`: rows that the answer could hold. A row costs 1, a page its size times what
  each of its rows costs, a list without pages 10 times, a mutation 100 more.
* `MAX_PAGE_SIZE`: rows of one page; `PAGE_SIZE` where the client does not say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLField,
    GraphQLNamedType,
    GraphQLSchema,
    InlineFragmentNode,
    IntValueNode,
    NoSchemaIntrospectionCustomRule,
    OperationDefinitionNode,
    SelectionSetNode,
    StringValueNode,
    VariableNode,
    Visitor,
    get_named_type,
    is_list_type,
    is_non_null_type,
    visit,
)
from strawberry.extensions import SchemaExtension

LIST_COST = 10
MUTATION_COST = 100
# NUL, which PostgreSQL refuses, and halves of surrogate pairs, which UTF-8 has no form for.
_NOT_TEXT = re.compile("[\x00\ud800-\udfff]")


class RequestLimits(SchemaExtension):
    """Refuses documents that are too much, before anything is validated or run."""

    def on_operation(self) -> Iterator[None]:
        """Limit the parser, and keep the schema to ourselves in production."""
        context = self.execution_context
        context.parse_options["max_tokens"] = settings.GRAPHQL["MAX_TOKENS"]
        if not settings.DEBUG:
            context.validation_rules += (NoSchemaIntrospectionCustomRule,)
        yield

    def on_validate(self) -> Iterator[None]:
        """Measure the document; errors that are set here end the request."""
        context = self.execution_context
        document = context.graphql_document
        assert document is not None  # parsed by now
        errors = [
            GraphQLError(f"The request is too much: {excess}.", extensions={"code": "too_much"})
            for excess in _excesses(context.schema._schema, document, context.variables or {})
        ]
        if any(_NOT_TEXT.search(text) for text in _texts(document, context.variables)):
            errors.append(GraphQLError("Remove the characters that are not text."))
        operations = [
            each for each in document.definitions if isinstance(each, OperationDefinitionNode)
        ]
        if len(operations) > 1 and not context._provided_operation_name:
            # Strawberry would run the first one.
            errors.append(GraphQLError("Say by `operationName` which of the operations to run."))
        context.pre_execution_errors = errors or None
        yield


@dataclass
class Measure:
    """How much a part of a document asks for."""

    depth: int = 0
    aliases: int = 0
    cost: int = 0


class Meter:
    """Measures selections, and each fragment once, however often it is spread.

    Twenty fragments that each spread the next one twice are a million selections, in 700
    characters. (The limiters that come with Strawberry walk through all of them.)
    """

    def __init__(
        self, schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any]
    ) -> None:
        self.schema = schema
        self.variables = variables
        self.fragments = {
            node.name.value: node
            for node in document.definitions
            if isinstance(node, FragmentDefinitionNode)
        }
        self.measured: dict[str, Measure] = {}

    def measure(self, selections: SelectionSetNode, parent: GraphQLNamedType | None) -> Measure:
        """Add up the selections of a row of type `parent`."""
        total = Measure()
        for node in selections.selections:
            if isinstance(node, FieldNode):
                part = self._field(node, parent)
            elif isinstance(node, FragmentSpreadNode):
                part = self._fragment(node.name.value)
            elif isinstance(node, InlineFragmentNode):
                condition = node.type_condition
                within = self.schema.get_type(condition.name.value) if condition else parent
                part = self.measure(node.selection_set, within)
            else:  # pragma: no cover (the grammar has no fourth kind)
                raise TypeError(node.kind)
            total.depth = max(total.depth, part.depth)
            total.aliases += part.aliases
            total.cost += part.cost
        return total

    def _fragment(self, name: str) -> Measure:
        if name not in self.measured:
            self.measured[name] = Measure()  # where it spreads itself, validation refuses it
            if fragment := self.fragments.get(name):
                within = self.schema.get_type(fragment.type_condition.name.value)
                self.measured[name] = self.measure(fragment.selection_set, within)
        return self.measured[name]

    def _field(self, node: FieldNode, parent: GraphQLNamedType | None) -> Measure:
        name = node.name.value
        field: GraphQLField | None = getattr(parent, "fields", {}).get(name)
        aliases = int(node.alias is not None)
        if field is None or node.selection_set is None:  # a value, introspection, a mistake
            return Measure(depth=1, aliases=aliases)
        row = get_named_type(field.type)
        inner = self.measure(node.selection_set, row)
        if "first" in field.args:
            cost = 1 + self._page_size(node) * inner.cost
        elif row.name.endswith(("Edge", "PageInfo")):
            cost = inner.cost  # a part of the page, which is counted
        else:
            unwrapped = field.type.of_type if is_non_null_type(field.type) else field.type
            cost = (1 + inner.cost) * (LIST_COST if is_list_type(unwrapped) else 1)
        if parent is self.schema.mutation_type:
            cost += MUTATION_COST
        return Measure(inner.depth + 1, inner.aliases + aliases, cost)

    def _page_size(self, node: FieldNode) -> int:
        """Return how many rows a page may have; an impossible size is refused later."""
        most = int(settings.GRAPHQL["MAX_PAGE_SIZE"])
        for argument in node.arguments or ():
            if argument.name.value in {"first", "last"}:
                value: object = argument.value
                if isinstance(value, VariableNode):
                    value = self.variables.get(value.name.value, most)
                elif isinstance(value, IntValueNode):
                    value = int(value.value)
                return min(max(value, 0), most) if isinstance(value, int) else most
        return int(settings.GRAPHQL["PAGE_SIZE"])


def _excesses(
    schema: GraphQLSchema, document: DocumentNode, variables: dict[str, Any]
) -> Iterator[str]:
    meter = Meter(schema, document, variables)
    for operation in document.definitions:
        if isinstance(operation, OperationDefinitionNode):
            measure = meter.measure(
                operation.selection_set, schema.get_root_type(operation.operation)
            )
            for name, value, limit in (
                ("depth", measure.depth, settings.GRAPHQL["MAX_DEPTH"]),
                ("aliases", measure.aliases, settings.GRAPHQL["MAX_ALIASES"]),
                ("cost", measure.cost, settings.GRAPHQL["MAX_COST"]),
            ):
                if value > limit:
                    yield f"{name} {value:,}, at most {limit:,}"


def _texts(document: DocumentNode, variables: object) -> Iterator[str]:
    """Find every text that a client sends, in the document or beside it."""
    found: list[str] = []

    class Strings(Visitor):
        def enter_string_value(self, node: StringValueNode, *_: object) -> None:
            found.append(node.value)

    visit(document, Strings())
    yield from found
    waiting = [variables]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            waiting.extend([*value.keys(), *value.values()])
        elif isinstance(value, list):
            waiting.extend(value)
