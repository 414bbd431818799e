states = ["pending", "withdrawn", "withdrawn", "accepted"]

seen = []
for state in states:
    seen.append(state)
    if state == "withdrawn":
        states.remove(state)
print("looked at:", seen)
print("still there:", states)

states = ["pending", "withdrawn", "withdrawn", "accepted"]
states[:] = [state for state in states if state != "withdrawn"]
print("filtered:", states)
