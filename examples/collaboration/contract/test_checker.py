# needs: packages
import pytest
from jsonschema import Draft202012Validator

from checker import problems

CONTRACT = {
    "components": {
        "schemas": {
            "Person": {
                "type": "object",
                "required": ["id", "name"],
                "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
            }
        }
    }
}
SCHEMA = {
    "type": "object",
    "required": ["owner", "status"],
    "properties": {
        "owner": {"$ref": "#/components/schemas/Person"},
        "status": {"type": "string", "enum": ["open", "finished"]},
        "decided_by": {"oneOf": [{"$ref": "#/components/schemas/Person"}, {"type": "null"}]},
        "lead": {"allOf": [{"$ref": "#/components/schemas/Person"}]},
        "skills": {"type": "array", "items": {"type": "string"}},
        "limit": {"type": ["integer", "null"]},
        "urgent": {"type": "boolean"},
    },
}
ADA = {"id": 1, "name": "Ada"}
GOOD = {"owner": ADA, "status": "open"}


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (GOOD, []),
        (GOOD | {"new": 1, "limit": None, "skills": ["maps"], "urgent": True}, []),
        ([], ["answer is [], not object"]),
        ({"owner": ADA}, ["answer.status is missing"]),
        (GOOD | {"status": "closed"}, ["answer.status is 'closed', not one of open, finished"]),
        (GOOD | {"owner": {"id": "1"}}, 2),
        (GOOD | {"decided_by": None, "lead": ADA}, []),
        (GOOD | {"decided_by": 1}, ["answer.decided_by is 1, and fits none of 2 schemas"]),
        (GOOD | {"lead": None}, ["answer.lead is None, not object"]),
        (GOOD | {"limit": True}, ["answer.limit is True, not integer or null"]),
        (GOOD | {"urgent": 1}, ["answer.urgent is 1, not boolean"]),
        (GOOD | {"skills": ["maps", 3]}, ["answer.skills[1] is 3, not string"]),
    ],
)
def test_it_agrees_with_jsonschema(answer: object, found: list[str] | int) -> None:
    here = problems(CONTRACT, SCHEMA, answer)
    assert here == found or len(here) == found
    assert len(here) == len(list(Draft202012Validator(CONTRACT | SCHEMA).iter_errors(answer)))
