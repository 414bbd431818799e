import json


def read_request(body: str) -> str:
    """Describe one join request sent as JSON, or say what is wrong."""
    try:
        data = json.loads(body)
        person, hours = data["person"], int(data["hours"])
    except json.JSONDecodeError as error:
        return f"not JSON: line {error.lineno}, column {error.colno}"
    except KeyError as error:
        return f"missing field: {error}"
    except (TypeError, ValueError) as error:
        return f"wrong value: {type(error).__name__}"
    return f"{person} offers {hours} hours"


def main() -> None:
    """Read one good body and four bad ones."""
    for body in [
        '{"person": "Lin", "hours": "6"}',
        "person=Lin",
        '{"person": "Lin"}',
        '{"person": "Lin", "hours": "six"}',
        '{"person": "Lin", "hours": null}',
    ]:
        print(read_request(body))
    subclass = issubclass(json.JSONDecodeError, ValueError)
    print("JSONDecodeError is a ValueError:", subclass)


if __name__ == "__main__":
    main()
