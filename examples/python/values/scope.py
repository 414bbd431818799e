label = "global"
slugs: list[str] = []


def outer() -> None:
    """Read the enclosing name, bind a local one, rebind the enclosing one."""
    label = "enclosing"

    def reads() -> None:
        print("reads:", label)

    def binds() -> None:
        label = "local"
        print("binds:", label)

    def rebinds() -> None:
        nonlocal label
        label = "enclosing, rebound"

    reads()
    binds()
    print("outer:", label)
    rebinds()
    print("outer:", label)


def announce(slug: str) -> None:
    """Change a global list, and rebind a global name."""
    global label
    slugs.append(slug)  # no `global` needed: the list changes, not the name
    label = "global, rebound"


outer()
print("file:", label)
announce("nexus")
print("file:", label, slugs)
