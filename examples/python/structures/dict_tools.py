status = {"chat-api": "open", "quiz-app": "open", "job-board": "draft"}

status["chat-api"] = "building"  # an existing key keeps its place
del status["quiz-app"]
status["quiz-app"] = "open"  # a key that comes back goes to the end
print("order:", list(status))

print("get:", status.get("blog-api"), status.get("blog-api", "unknown"))
print("get added a key:", "blog-api" in status)

members: dict[str, list[str]] = {"chat-api": ["Ada"]}
members.setdefault("chat-api", []).append("Lin")
members.setdefault("quiz-app", []).append("Sam")
print("setdefault:", members)

slugs = status.keys()  # a view: it follows the dict
status["blog-api"] = "draft"
print("view:", slugs)
print("without members:", sorted(status.keys() - members.keys()))

print("merged:", {"page": 1, "size": 20} | {"size": 50})
for slug, state in status.items():
    print(f"  {slug} is {state}")
