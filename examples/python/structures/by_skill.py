projects = [
    ("chat-api", ["python", "redis"]),
    ("job-board", ["python", "postgres"]),
    ("quiz-app", ["graphql", "python"]),
]

by_skill: dict[str, list[str]] = {}
for slug, skills in projects:
    for skill in skills:
        by_skill.setdefault(skill, []).append(slug)

print("skills:", list(by_skill))
print("python:", by_skill["python"])
print("redis: ", by_skill["redis"])
