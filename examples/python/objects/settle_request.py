from join_request import IllegalTransitionError, JoinRequest, Status

request = JoinRequest("Sam", "farm-market")
print(request.status)
request.accept()
print(request.status)

for change in (request.withdraw, request.accept):
    try:
        change()
    except IllegalTransitionError as error:
        print(f"{type(error).__name__}: {error}")

try:
    request.status = Status.PENDING
except AttributeError as error:
    print(f"{type(error).__name__}: {error}")
print(request.status)
