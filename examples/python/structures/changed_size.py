requests = {"Lin": "pending", "Sam": "withdrawn", "Ada": "pending"}

try:
    for person in requests:
        if requests[person] == "withdrawn":
            del requests[person]
except RuntimeError as error:
    print(f"{type(error).__name__}: {error}")
print("Sam was deleted all the same:", requests)

requests["Sam"] = "withdrawn"
for person in list(requests):  # loop over a copy of the keys
    if requests[person] == "withdrawn":
        del requests[person]
print("after a loop over a copy:", requests)

requests["Sam"] = "withdrawn"
pending = {who: state for who, state in requests.items() if state == "pending"}
print("a new dict:", pending)

for person in requests:
    requests[person] = "declined"  # new values for old keys are fine
print("new values:", requests)
