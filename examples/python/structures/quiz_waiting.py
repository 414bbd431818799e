from collections import defaultdict

waiting: defaultdict[str, list[str]] = defaultdict(list)
waiting["chat-api"].append("Lin")

if waiting["quiz-app"]:
    print("somebody waits for quiz-app")

print(len(waiting))
print(waiting.get("job-board"))
print("job-board" in waiting)
