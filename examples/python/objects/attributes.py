class Project:
    """Two class attributes: one harmless, one a bug."""

    status = "open"
    skills: list[str] = []  # noqa: RUF012  the bug: one list for all

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.members: list[str] = []  # right: a new list for each project


market = Project("farm-market")
clinic = Project("clinic-queue")

market.status = "closed"
print("status: ", market.status, clinic.status, Project.status)

market.members.append("Ada")
print("members:", market.members, clinic.members)

market.skills.append("django")
print("skills: ", market.skills, clinic.skills)

print("stored on market:", sorted(vars(market)))
print("stored on clinic:", sorted(vars(clinic)))
