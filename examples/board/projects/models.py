"""Projects and what people do around them, with the rules that the database keeps.

What the database refuses holds for every program that writes to it: the API, the admin,
a shell, a script at midnight. Rules that need more than one row are in `services`.
"""

from django.conf import settings
from django.core.validators import (
    MaxLengthValidator,
    MaxValueValidator,
    MinValueValidator,
    URLValidator,
)
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from people.models import Skill
from people.validators import storable_text

MIN_SEATS, MAX_SEATS = 1, 20


class Project(models.Model):
    """Something that a person wants to build together with others."""

    class Status(models.TextChoices):
        """How far the project is. Only an open project takes people in."""

        DRAFT = "draft", "Draft"
        OPEN = "open", "Open"
        BUILDING = "building", "Building"
        FINISHED = "finished", "Finished"

    slug = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=120, validators=[storable_text])
    pitch = models.TextField(max_length=2000, validators=[MaxLengthValidator(2000), storable_text])
    status = models.CharField(max_length=8, choices=Status, default=Status.OPEN)
    # PROTECT: an account with projects cannot vanish and take the work of others along.
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="owned_projects"
    )
    skills = models.ManyToManyField(Skill, blank=True, related_name="projects")
    contract_url = models.URLField(blank=True, validators=[URLValidator(schemes=["http", "https"])])
    seats = models.PositiveSmallIntegerField(
        default=3,
        validators=[MinValueValidator(MIN_SEATS), MaxValueValidator(MAX_SEATS)],
        help_text="Places for members, the owner not counted.",
    )
    created_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)
    updated_at = models.DateTimeField(default=timezone.now, editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    # No columns: `selectors.with_details` counts these along with what it reads.
    member_count: int
    open_request_count: int | None

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(seats__gte=MIN_SEATS, seats__lte=MAX_SEATS), name="project_seats_range"
            ),
            models.CheckConstraint(
                condition=Q(status__in=["draft", "open", "building", "finished"]),
                name="project_status_known",
            ),
            models.CheckConstraint(condition=Q(version__gte=1), name="project_version_positive"),
        ]
        indexes = [
            # Each list is "equal to something, newest first": one index serves both halves.
            models.Index(fields=["status", "-created_at", "-id"], name="project_status_newest"),
            models.Index(fields=["owner", "-created_at", "-id"], name="project_owner_newest"),
            models.Index(fields=["title", "id"], name="project_title"),
        ]

    def __str__(self) -> str:
        return self.title


class Membership(models.Model):
    """A person in the team of a project."""

    class Role(models.TextChoices):
        """What somebody is in the team."""

        OWNER = "owner", "Owner"
        MEMBER = "member", "Member"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="memberships")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships"
    )
    role = models.CharField(max_length=6, choices=Role, default=Role.MEMBER)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "person"], name="membership_once"),
            models.UniqueConstraint(
                fields=["project"], condition=Q(role="owner"), name="membership_one_owner"
            ),
            models.CheckConstraint(
                condition=Q(role__in=["owner", "member"]), name="membership_role_known"
            ),
        ]

    def __str__(self) -> str:
        return f"Person {self.person_id} in project {self.project_id}"


class JoinRequest(models.Model):
    """A person asks to join a project; the owner accepts or declines."""

    class Status(models.TextChoices):
        """Where the request stands. Only a pending one can move, and only once."""

        PENDING = "pending", "Pending"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="join_requests")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="join_requests"
    )
    message = models.TextField(
        max_length=1000, blank=True, validators=[MaxLengthValidator(1000), storable_text]
    )
    status = models.CharField(max_length=9, choices=Status, default=Status.PENDING)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    decided_at = models.DateTimeField(null=True, blank=True, editable=False)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="decided_requests",
    )

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "person"],
                condition=Q(status="pending"),
                name="join_request_one_open",
            ),
            models.CheckConstraint(
                condition=Q(status="pending", decided_at__isnull=True)
                | Q(status__in=["accepted", "declined", "withdrawn"], decided_at__isnull=False),
                name="join_request_decided_iff_closed",
            ),
        ]
        indexes = [
            models.Index(
                fields=["project", "status", "-created_at", "-id"], name="join_request_of_project"
            ),
            models.Index(fields=["person", "-created_at", "-id"], name="join_request_of_person"),
        ]

    def __str__(self) -> str:
        return f"Request {self.pk} of person {self.person_id} for project {self.project_id}"


class Post(models.Model):
    """News from a project: progress, a blocker, its solution, an announcement."""

    class Kind(models.TextChoices):
        """What the news is about."""

        PROGRESS = "progress", "Progress"
        BLOCKER = "blocker", "Blocker"
        SOLUTION = "solution", "Solution"
        ANNOUNCEMENT = "announcement", "Announcement"

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="posts")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="posts"
    )
    kind = models.CharField(max_length=12, choices=Kind)
    title = models.CharField(max_length=120, validators=[storable_text])
    body = models.TextField(max_length=5000, validators=[MaxLengthValidator(5000), storable_text])
    solves = models.ForeignKey(
        "self", on_delete=models.SET_NULL, null=True, blank=True, related_name="solutions"
    )
    created_at = models.DateTimeField(default=timezone.now, db_index=True, editable=False)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=["progress", "blocker", "solution", "announcement"]),
                name="post_kind_known",
            ),
            models.CheckConstraint(
                condition=Q(solves__isnull=True) | Q(kind="solution"),
                name="post_only_solutions_solve",
            ),
            models.CheckConstraint(
                condition=Q(solves__isnull=True) | ~Q(solves=F("id")), name="post_not_its_own"
            ),
        ]
        indexes = [
            models.Index(fields=["project", "-created_at", "-id"], name="post_of_project"),
        ]

    def __str__(self) -> str:
        return self.title
