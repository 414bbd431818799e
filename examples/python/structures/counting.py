from collections import Counter, defaultdict

posts = [
    ("chat-api", "progress"),
    ("quiz-app", "blocker"),
    ("chat-api", "blocker"),
    ("chat-api", "progress"),
    ("quiz-app", "blocker"),
]

kinds = Counter(kind for _, kind in posts)
print("most common:", kinds.most_common(1))
print("solutions:", kinds["solution"])
print("counted as a key:", "solution" in kinds)

by_project: defaultdict[str, list[str]] = defaultdict(list)
for slug, kind in posts:
    by_project[slug].append(kind)
print("quiz-app:", by_project["quiz-app"])

print("blog-api:", by_project["blog-api"])  # reading creates the key
print("keys now:", list(by_project))
print("get creates nothing:", by_project.get("job-board"))
