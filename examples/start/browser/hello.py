visits = {"mon": 12, "tue": 19, "wed": 7}

best = max(visits, key=visits.get)
print(f"The best day was {best}, with {visits[best]} visits.")
print(f"On average there were {sum(visits.values()) / len(visits):.1f}.")
