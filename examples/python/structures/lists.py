posts = ["hello", "schema done", "redis is down", "redis is up"]

print("first:       ", posts[0])
print("last:        ", posts[-1])
print("latest two:  ", posts[-2:])
print("from 1 to 3: ", posts[1:3])
print("reversed:    ", posts[::-1])  # the third number is the step
print("past the end:", posts[10:12])

page = posts[:2]  # a slice is a new list
page.append("only on this page")
print("the board still has", len(posts), "posts")

threads = [["Ada", "Lin"], ["Sam"]]
copied = threads[:]  # the outer list is new, the inner lists are shared
copied[1].append("Ada")
print("shared inside:", threads)

skills = ["css"]
skills.append(["vue", "react"])  # adds one item, which is a list
print("append:", skills)
skills = ["css"]
skills.extend(["vue", "react"])  # adds each item
print("extend:", skills)

pair = ("chat-api", "open")
try:
    pair[1] = "closed"
except TypeError as error:
    print(f"{type(error).__name__}: {error}")
