skills = ["django", "react"]
row = ("chat-api", skills)  # a tuple that contains a list

for key in (skills, row, {"react": 1}):
    try:
        hash(key)  # what a dict or a set does first
    except TypeError as error:
        print(f"{type(key).__name__:<5} {type(error).__name__}: {error}")

skills.append("redis")  # the tuple is fixed, the list inside it is not
print("row:", row)

teams = {
    tuple(skills): "order counts",
    frozenset(skills): "order does not count",
}
print(teams[("django", "react", "redis")])
print(teams[frozenset({"redis", "react", "django"})])
