from datetime import datetime

rest = "2026-03-01T22:30:00Z"
graphql = "2026-03-01T22:30:00+00:00"
late = "2026-03-02T01:30:00+03:00"

print(rest == graphql)
print(datetime.fromisoformat(rest) == datetime.fromisoformat(late))
print(sorted([late, rest]) == [rest, late])
