import hmac

SECRET = b"b7e23ec29af22b0b4e41da31"


class Watched:
    """Bytes that count how often two of them are compared."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.compared = 0

    def same_early(self, other: bytes) -> bool:
        """Compare as `==` may: stop at the first difference."""
        for mine, theirs in zip(self.data, other, strict=True):
            self.compared += 1
            if mine != theirs:
                return False
        return True

    def same_always(self, other: bytes) -> bool:
        """Compare as `hmac.compare_digest` does: look at every byte."""
        difference = 0
        for mine, theirs in zip(self.data, other, strict=True):
            self.compared += 1
            difference |= mine ^ theirs
        return difference == 0


for right in (0, 1, 5, 20, 24):
    guess = SECRET[:right] + b"?" * (24 - right)
    early, always = Watched(SECRET), Watched(SECRET)
    early.same_early(guess)
    always.same_always(guess)
    equal = hmac.compare_digest(SECRET, guess)
    print(f"{right:2} right: stops after {early.compared:2}, or after {always.compared}  {equal}")
