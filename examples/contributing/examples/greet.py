# --8<-- [start:greeting]
def greeting(name: str, projects: int) -> str:
    """Greet a learner and count the projects in grammatical English."""
    noun = "project" if projects == 1 else "projects"
    return f"Hello {name}, you have {projects} {noun}."


# --8<-- [end:greeting]
if __name__ == "__main__":
    print(greeting("Ada", 1))
    print(greeting("Lin", 3))
