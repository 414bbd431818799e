"""Fill an empty board with believable data: `manage.py seed --projects 500 --seed 7`.

One seed gives the same rows each time, on every machine: nothing is taken from the clock
or from salts. Rows go in by the thousand with `bulk_create`, which sends no signals and
calls no services, so what those would add is added here.
"""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, transaction
from django.utils.text import slugify

from people.models import Person, Profile, Skill
from projects.caching import PROJECTS, STATS, invalidate
from projects.models import JoinRequest, Membership, Post, Project

BATCH = 2_000
NOW = datetime(2026, 1, 1, tzinfo=UTC)
PASSWORD = "build-it-together"  # only where DEBUG is on; elsewhere nobody can sign in

NAMES = ["Ada", "Lin", "Sam", "Noor", "Kofi", "Mia"]
SKILLS = (
    "Python, Django, REST, GraphQL, PostgreSQL, Redis, Celery, Docker, Testing, Security, "
    "TypeScript, React, Vue, Svelte, HTML, CSS, Accessibility, Design, Charts, Maps"
).split(", ")
TOPICS = {
    "Bus times": "knows when the next bus comes, even when the timetable does not",
    "Recipe box": "keeps recipes and writes the shopping list for a week of them",
    "Book swap": "shows which neighbor has the book and would lend it",
    "Study rooms": "finds a free room and keeps it for an hour",
    "Market prices": "collects what tomatoes cost today, market by market",
    "Water meter": "reads the meter and says when a pipe leaks",
    "Clinic queue": "tells people when it is nearly their turn",
    "Choir scores": "keeps every part of every song where singers find it",
    "Garden plots": "says who waters which plot on which day",
    "Repair café": "brings broken things and people with tools together",
    "Football league": "keeps tables, fixtures and who brings the ball",
    "Language tandem": "pairs people who teach each other",
    "Lost and found": "matches what was lost with what was found",
    "Power cuts": "maps where the light is out and since when",
    "School library": "lends books and reminds kindly",
    "Job board": "lists first jobs, with what they pay",
}
FORMS = ["", " for our street", " for the whole town", " for the campus", " on the phone", " 2.0"]
NEEDS = [
    "The API stands; who builds the pages?",
    "The first endpoints answer, and the contract is written down.",
    "We meet on Tuesday evenings and agree on the data first.",
    "It is small on purpose: one list, one form, one map.",
]
MESSAGES = [
    "I would like to build the list page.",
    "I know forms and their errors well.",
    "Could I help with accessibility?",
    "I have two free evenings a week.",
]
POSTS = {
    Post.Kind.PROGRESS: ("The list page reads from the API", "Loading and errors are shown too."),
    Post.Kind.BLOCKER: ("The browser refuses our requests", "The console speaks of CORS."),
    Post.Kind.SOLUTION: ("Name the origin in the settings", "Scheme, host and port must match."),
    Post.Kind.ANNOUNCEMENT: ("We show it on Friday", "Bring questions."),
}


class Command(BaseCommand):
    """Seed the board."""

    help = "Fill an empty board with believable data, the same for the same seed."

    def add_arguments(self, parser: CommandParser) -> None:
        """Add --projects and --seed."""
        parser.add_argument("--projects", type=int, default=200, help="how many (200)")
        parser.add_argument("--seed", type=int, default=7, help="the start of all chance (7)")

    def handle(self, *, projects: int, seed: int, **options: Any) -> None:
        """Write everything in one transaction: an interrupted run leaves nothing."""
        if projects < 1:
            raise CommandError("--projects must be 1 or more.")
        if Project.objects.exists() or Person.objects.exists():
            raise CommandError("The board is not empty. Empty it first: manage.py flush")
        self.random = random.Random(seed)
        with transaction.atomic():
            self.skills = _skills()
            self.people = self._people(max(len(NAMES), projects // 5))
            for first in range(0, projects, BATCH):
                last = min(first + BATCH, projects)
                self._projects(first, last, projects)
                self.stdout.write(f"{last:,} of {projects:,} projects")
            invalidate(PROJECTS, STATS)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")  # else the planner believes that the tables are empty
        if settings.DEBUG:
            self.stdout.write(f"Sign in as {self.people[0].email} with {PASSWORD}")

    def _people(self, number: int) -> list[Person]:
        # One hash for all, with a fixed salt: hashing is slow on purpose.
        password = make_password(PASSWORD, salt="seed") if settings.DEBUG else "!seed"
        people = [
            Person(
                email=f"{NAMES[n % len(NAMES)].lower()}{n + 1}@example.org",
                name=f"{NAMES[n % len(NAMES)]} {n + 1}",
                role=self.random.choice(Person.Role.values),
                password=password,
                email_verified_at=self._ago(400),
                created_at=NOW - timedelta(days=400),
                is_staff=n == 0 and settings.DEBUG,
                is_superuser=n == 0 and settings.DEBUG,
            )
            for n in range(number)
        ]
        Person.objects.bulk_create(people, batch_size=BATCH)
        profiles = [Profile(person=person, bio="I learn by building.") for person in people]
        Profile.objects.bulk_create(profiles, batch_size=BATCH)
        Profile.skills.through.objects.bulk_create(
            [
                Profile.skills.through(profile_id=profile.pk, skill_id=skill.pk)
                for profile in profiles
                for skill in self.random.sample(self.skills, 2)
            ],
            batch_size=BATCH,
        )
        return people

    def _projects(self, first: int, last: int, total: int) -> None:
        """Write a batch of projects with all that belongs to them."""
        projects = [self._project(n, total) for n in range(first, last)]
        Project.objects.bulk_create(projects)
        Project.skills.through.objects.bulk_create(
            Project.skills.through(project_id=project.pk, skill_id=skill.pk)
            for project in projects
            for skill in self.random.sample(self.skills, 2)
        )
        memberships, requests, posts = [], [], []
        for project in projects:
            memberships.append(
                Membership(
                    project=project,
                    person_id=project.owner_id,
                    role=Membership.Role.OWNER,
                    joined_at=project.created_at,
                )
            )
            others = [
                person
                for person in self.random.sample(self.people, 5)
                if person.pk != project.owner_id
            ]
            free = self.random.randint(0, project.seats)
            asked = 0 if project.status == Project.Status.DRAFT else self.random.randint(0, 4)
            for person in others[:asked]:
                request = self._request(project, person, free > 0)
                requests.append(request)
                if request.status == JoinRequest.Status.ACCEPTED:
                    free -= 1
                    memberships.append(
                        Membership(
                            project=project,
                            person=person,
                            joined_at=request.decided_at or request.created_at,
                        )
                    )
            posts += self._posts(project)
        Membership.objects.bulk_create(memberships)
        JoinRequest.objects.bulk_create(requests)
        Post.objects.bulk_create(posts)

    def _project(self, n: int, total: int) -> Project:
        topic = self.random.choice(list(TOPICS))
        title = topic + self.random.choice(FORMS)
        # The higher the number the newer, as it would have come about.
        created_at = NOW - timedelta(days=365) * (total - n) / total
        return Project(
            slug=f"{slugify(title)}-{n + 1}",
            title=title,
            pitch=f"{topic} {TOPICS[topic]}. {self.random.choice(NEEDS)}",
            status=self.random.choices(Project.Status.values, weights=[1, 12, 4, 3])[0],
            owner=self.random.choice(self.people),
            contract_url=f"https://api.example.org/{n + 1}/openapi.json",
            seats=self.random.randint(1, 5),
            created_at=created_at,
            updated_at=created_at,
        )

    def _request(self, project: Project, person: Person, has_seat: bool) -> JoinRequest:
        choices = ["pending", "declined", "withdrawn"]
        if has_seat:
            choices += ["accepted"] * 3
        status = self.random.choice(choices)
        asked = project.created_at + timedelta(hours=self.random.randint(1, 72))
        decided = asked + timedelta(hours=self.random.randint(1, 72))
        decider = person.pk if status == "withdrawn" else project.owner_id
        return JoinRequest(
            project=project,
            person=person,
            message=self.random.choice(MESSAGES),
            status=status,
            created_at=asked,
            decided_at=None if status == "pending" else decided,
            decided_by_id=None if status == "pending" else decider,
        )

    def _posts(self, project: Project) -> list[Post]:
        return [
            Post(
                project=project,
                author_id=project.owner_id,
                kind=kind,
                title=POSTS[kind][0],
                body=POSTS[kind][1],
                created_at=project.created_at + timedelta(days=day),
            )
            for day, kind in enumerate(self.random.sample(list(POSTS), self.random.randint(0, 3)))
        ]

    def _ago(self, days: int) -> datetime:
        return NOW - timedelta(days=self.random.uniform(0, days))


def _skills() -> list[Skill]:
    """Return the skills in a fixed order; what a moderator has added already is kept."""
    for name in SKILLS:
        Skill.objects.get_or_create(slug=slugify(name), defaults={"name": name})
    return list(Skill.objects.order_by("slug"))
