class Post:
    def render(self) -> str:
        return "text"


class Signed(Post):
    def render(self) -> str:
        return super().render() + " by Ada"


class Pinned(Post):
    def render(self) -> str:
        return "pinned"


class Notice(Signed, Pinned):
    pass


print(Notice().render())
