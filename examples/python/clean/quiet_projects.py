from datetime import date, timedelta

QUIET_AFTER = timedelta(days=14)  # short enough that somebody still answers


def f(d, t):
    r = []
    for k in d:
        if (t - d[k]).days > 14:
            r.append(k)
    return r


def quiet_projects(last_posts: dict[str, date], today: date) -> list[str]:
    """Return the slugs of projects that have been silent for too long."""
    return [slug for slug, posted in last_posts.items() if today - posted > QUIET_AFTER]


def main() -> None:
    """Ask both functions the same question."""
    last_posts = {"chat-api": date(2025, 3, 9), "quiz-app": date(2025, 2, 3)}
    today = date(2025, 3, 10)
    print("f:             ", f(last_posts, today))
    print("quiet_projects:", quiet_projects(last_posts, today))


if __name__ == "__main__":
    main()
