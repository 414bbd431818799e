import json
from datetime import UTC, datetime
from decimal import Decimal
from uuid import UUID

VALUES = (datetime(2026, 3, 1, 22, 30, tzinfo=UTC), Decimal("1499.00"), UUID(int=7))
for value in VALUES:
    try:
        json.dumps({"value": value})
    except TypeError as error:
        print("TypeError:", error)

moment, price, number = VALUES
print(json.dumps([moment.isoformat(), str(price), str(number)]))
