from collections.abc import Iterator


class ProjectList:
    """Projects by slug, with the skills that each one needs."""

    def __init__(self, projects: dict[str, set[str]]) -> None:
        self._projects = dict(projects)

    def __len__(self) -> int:
        return len(self._projects)

    def __getitem__(self, slug: str) -> set[str]:
        return self._projects[slug]

    def __contains__(self, slug: object) -> bool:
        return slug in self._projects

    def __iter__(self) -> Iterator[str]:
        return iter(self._projects)


class Needs:
    """A filter that keeps its settings and is called like a function."""

    def __init__(self, *skills: str) -> None:
        self.skills = set(skills)

    def __call__(self, offered: set[str]) -> bool:
        return self.skills <= offered

    def __bool__(self) -> bool:
        return len(self.skills) > 0


if __name__ == "__main__":
    board = ProjectList({"farm-market": {"react", "css"}, "clinic-queue": {"vue"}})
    wanted = Needs("css")
    print(len(board), list(board), "clinic-queue" in board, bool(ProjectList({})))
    print([slug for slug in board if wanted(board[slug])], bool(Needs()))
