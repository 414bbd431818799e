import math
from decimal import Decimal

print("int:", 2**100)
print("division:", 7 / 2, 7 // 2, -7 // 2)
try:
    int("9" * 5000)
except ValueError as error:
    print(f"{type(error).__name__}: {str(error).split(':')[0]}")

print("float:", 0.1 + 0.2, 0.1 + 0.2 == 0.3)
print("isclose:", math.isclose(0.1 + 0.2, 0.3))
print("round half to even:", round(2.5), round(3.5))

print("Decimal:", Decimal("0.1") + Decimal("0.2"))
price = 0.1
print("Decimal from float:", Decimal(price) == Decimal("0.1"))

bill = Decimal("10.00")  # the hosting bill of a project with three members
share = (bill / 3).quantize(Decimal("0.01"))
print("share:", share, "| still to pay:", bill - 3 * share)
