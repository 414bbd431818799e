members = dict.fromkeys(["chat-api", "quiz-app"], [])
members["chat-api"].append("Ada")
print(members["quiz-app"])

members["quiz-app"] = ["Lin"]
print(members["chat-api"])
