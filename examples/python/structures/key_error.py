# raises: KeyError
index = {"python": ["chat-api", "quiz-app"], "redis": ["chat-api"]}


def projects_for(skill: str) -> list[str]:
    """Return the projects that use a skill."""
    return index[skill]


print(projects_for("redis"))
print(projects_for("graphql"))
