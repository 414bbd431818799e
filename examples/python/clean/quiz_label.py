def label(kind: str) -> str:
    if kind == "question":
        text = "Question"
    if kind == "blocker":
        text = "Blocker"
    else:
        text = "Post"
    return text


print(label("question"), label("blocker"), label("idea"))
