from operator import itemgetter

posts = [("blocker", 2), ("progress", 9), ("blocker", 7)]  # kind, replies

posts.sort(key=itemgetter(1), reverse=True)
posts.sort(key=itemgetter(0))
print([replies for _, replies in posts])
