"""What can go wrong, in the words of the domain. HTTP is not mentioned."""


class CrewError(Exception):
    code = "error"

    def __init__(self, code: str = "") -> None:
        super().__init__(code or self.code)
        self.code = code or self.code


class NotSignedIn(CrewError):
    code = "not_authenticated"


class NotAllowed(CrewError):
    code = "permission_denied"


class NotFound(CrewError):
    code = "not_found"


class Conflict(CrewError):
    """The state of things stands against it; the code says which."""


class Invalid(CrewError):
    code = "invalid"

    def __init__(self, fields: dict[str, str] | None = None, code: str = "") -> None:
        super().__init__(code)
        self.fields = fields or {}
