# raises: KeyError
projects = {7: "chat-api", 8: "quiz-app"}

path = "/projects/7"
number = path.split("/")[-1]
print(projects[number])
