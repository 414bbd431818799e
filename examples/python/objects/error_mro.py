class Post:
    """The general class."""


class Blocker(Post):
    """The specific class."""


try:

    class UrgentBlocker(Post, Blocker):
        """The general base stands before the specific one."""

except TypeError as error:
    print(f"{type(error).__name__}: {' '.join(str(error).split())}")


class FixedBlocker(Blocker, Post):
    """Specific first, general last."""


print([cls.__name__ for cls in FixedBlocker.__mro__])
