projects = [
    ("recipe-box", "open", ["django", "react"]),
    ("bus-times", "closed", ["docker"]),
    ("study-buddy", "open", ["django"]),
]
slug = "untouched"

open_slugs = [slug for slug, status, _ in projects if status == "open"]
print("list:  ", open_slugs)

labels = ["join" if status == "open" else "-" for _, status, _ in projects]
print("choice:", labels)

status_of = {slug: status for slug, status, _ in projects}
print("dict:  ", status_of["bus-times"])

skills = {skill for _, _, wanted in projects for skill in wanted}
print("set:   ", sorted(skills))

initials = [[skill[0] for skill in wanted] for _, _, wanted in projects]
print("nested:", initials)
print("after the comprehensions, slug is", slug)

by_skill: dict[str, list[str]] = {}
for slug, _, wanted in projects:
    for skill in wanted:
        by_skill.setdefault(skill, []).append(slug)
print("loop:  ", by_skill["django"])
print("after the loop, slug is", slug)
