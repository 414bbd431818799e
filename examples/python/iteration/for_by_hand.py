skills = ["django", "docker"]

for skill in skills:
    print("for:    ", skill)

iterator = iter(skills)
while True:
    try:
        skill = next(iterator)
    except StopIteration:
        break
    print("by hand:", skill)
