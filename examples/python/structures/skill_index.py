from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

Asked = set[tuple[str, str]]


def index_by_skill(projects: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    """Return, for each skill, the slugs of the projects that look for it."""
    index: defaultdict[str, set[str]] = defaultdict(set)
    for slug, skills in projects.items():
        for skill in skills:
            index[skill].add(slug)
    return dict(index)  # a plain dict: reading no longer creates keys


def suggest(
    person: str, skills: set[str], index: Mapping[str, set[str]], asked: Asked
) -> list[str]:
    """Return the projects that fit a person, best match first."""
    shared = Counter(slug for skill in skills for slug in index.get(skill, ()))
    ranked = sorted(shared, key=lambda slug: (-shared[slug], slug))
    return [slug for slug in ranked if (person, slug) not in asked]


def main() -> None:
    """Suggest projects to two frontend learners."""
    projects = {
        "chat-api": ["react", "css"],
        "job-board": ["vue", "css"],
        "quiz-app": ["react", "typescript", "css"],
    }
    index = index_by_skill(projects)
    print("react and css:", sorted(index["react"] & index["css"]))
    asked = {("Lin", "chat-api")}
    print("for Lin:", suggest("Lin", {"react", "typescript"}, index, asked))
    print("for Sam:", suggest("Sam", {"css", "react", "svelte"}, index, asked))


if __name__ == "__main__":
    main()
