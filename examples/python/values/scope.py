label = "global"
slugs: list[str] = []


def outer() -> None:
    """Read an enclosing name, and bind a local one."""
    label = "enclosing"

    def reads() -> None:
        print("reads:", label)

    def binds() -> None:
        label = "local"
        print("binds:", label)

    reads()
    binds()
    print("outer:", label)


def announce(slug: str) -> None:
    """Change a global list, and rebind a global name."""
    global label
    slugs.append(slug)  # no `global` needed: the list changes, not the name
    label = "rebound by announce"


outer()
print("file:", label)
for slug in ["nexus", "atlas"]:
    announce(slug)
print("file:", label, slugs)
print("after the loop:", slug)  # a loop has no scope of its own
