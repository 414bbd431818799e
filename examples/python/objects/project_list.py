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

    def __call__(self, wanted: set[str]) -> bool:
        return self.skills <= wanted  # are all of them among the wanted ones?


if __name__ == "__main__":
    board = ProjectList({"farm-market": {"react", "css"}, "clinic-queue": {"vue"}})
    print("len:", len(board), "| in:", "clinic-queue" in board)
    needs_css = Needs("css")
    for slug in board:
        print("for:", slug, "| needs css:", needs_css(board[slug]))
    print("is an empty list true?", bool(ProjectList({})))
