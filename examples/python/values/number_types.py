import math
from decimal import Decimal

print("int:", 2**100)
print("division:", 7 / 2, 7 // 2, -7 // 2)

print("float:", 0.1 + 0.2, 0.1 + 0.2 == 0.3)
print("isclose:", math.isclose(0.1 + 0.2, 0.3))
print("round half to even:", round(2.5), round(3.5))

from_float = 0.1
print("Decimal from float:", Decimal(from_float))
print("Decimal from text: ", Decimal("0.1") + Decimal("0.2"))

bill = Decimal("10.00")  # the hosting bill of a project with three members
share = (bill / 3).quantize(Decimal("0.01"))  # rounded to two places
print("share:", share, "| still to pay:", bill - 3 * share)
