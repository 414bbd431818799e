from datetime import date, timedelta

from board import Person, Post
from digest_0 import weekly_digest

day = date.today() - timedelta(days=2)
posts = [
    Post("chat", "Ada", "progress", "login works", day),
    Post("chat", "Ada", "blocker", "the browser refuses our CORS preflight calls", day),
    Post("chat", "Ada", "announcement", "demo on Friday", day),
    Post("chat", "Lin", "progress", "wireframes are done", day),
]
people = [
    Person("Lin", "lin@board.example", follows=("chat",)),
    Person("Sam", "sam@board.invalid", follows=("chat",)),
]
print("failed:", weekly_digest(posts, people))
