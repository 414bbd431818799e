import json
from decimal import Decimal

print("0.10 + 0.20 as float:  ", json.loads("0.10") + json.loads("0.20"))
print("as Decimal from text:  ", Decimal("0.10") + Decimal("0.20"))
print("in cents:              ", 10 + 20)

price = {"amount": "1499.00", "currency": "KES"}
print("agreed:                ", json.dumps(price))

identifier = 2**53 + 1
print("an id from the backend:", identifier)
print("in JavaScript:         ", int(float(identifier)))  # all its JSON numbers are floats
