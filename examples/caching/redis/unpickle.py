import json
import pickle


class Gift:
    """What somebody writes into your Redis under a key that you will read."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("code of a stranger runs, while you only read a value",)


stored = pickle.dumps(Gift())
print("value:", pickle.loads(stored))  # the danger: it is code

try:
    json.loads(stored)
except ValueError as error:
    print("json:", type(error).__name__)
