"""What a moderator sees and does about projects, requests and posts."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet, URLField
from django.http import HttpRequest
from django.utils import timezone

from people.admin import BoardAdmin, signed_in
from projects import selectors, services
from projects.errors import BoardError
from projects.models import JoinRequest, Membership, Post, Project


class ReadOnlyInline(admin.TabularInline):
    """Rows that belong to a project; their services change them, not this page."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse."""
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Load the people along with the rows."""
        return super().get_queryset(request).select_related("person")


class MembershipInline(ReadOnlyInline):
    """The team."""

    model = Membership
    fields = readonly_fields = ("person", "role", "joined_at")


class JoinRequestInline(ReadOnlyInline):
    """Who asked."""

    model = JoinRequest
    fields = readonly_fields = ("person", "status", "message", "created_at", "decided_at")


class DecidingAdmin(BoardAdmin):
    """Pages that can decline requests, through the service that everybody else uses."""

    def has_decide_permission(self, request: HttpRequest) -> bool:
        """Whether this moderator may decide about requests."""
        return request.user.has_perm("projects.change_joinrequest")

    def decline(self, request: HttpRequest, pending: QuerySet[JoinRequest]) -> None:
        """Decline each; one that somebody decides meanwhile is reported and passed over."""
        declined, refused = [], []
        for row in pending:
            try:
                declined.append(services.decline_request(actor=signed_in(request), request=row))
            except BoardError as error:
                refused.append(f"Request {row.pk}: {error.message}")
        self.report(request, declined, "Declined requests", refused)


@admin.register(Project)
class ProjectAdmin(DecidingAdmin):
    """Projects: what they say can be mended here; owner, seats and team are the owner's."""

    fields = [
        "title",
        "slug",
        "pitch",
        "status",
        "owner",
        "skills",
        "contract_url",
        "seats",
        "version",
        "created_at",
        "updated_at",
    ]
    readonly_fields = ["slug", "owner", "seats", "version", "created_at", "updated_at"]
    autocomplete_fields = ["skills"]
    formfield_overrides = {URLField: {"assume_scheme": "https"}}  # Django 6 does so by itself
    inlines = [MembershipInline, JoinRequestInline]
    list_display = ["title", "owner", "status", "members", "pending", "created_at"]
    list_filter = ["status", "created_at", "skills"]
    list_select_related = ["owner"]
    search_fields = ["title", "slug", "pitch", "owner__name", "owner__email"]
    date_hierarchy = "created_at"
    ordering = ["-created_at", "-id"]
    actions = ["decline_pending"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Project]:
        """Count members and pending requests with the list, not row by row."""
        counts = {"members": selectors.member_count(), "pending": selectors.pending_count()}
        projects: QuerySet[Project] = super().get_queryset(request)
        return projects.annotate(**counts)

    @admin.display(ordering="members")
    def members(self, project: Any) -> int:
        """How many seats are taken."""
        return int(project.members)

    @admin.display(ordering="pending")
    def pending(self, project: Any) -> int:
        """How many requests wait for the owner."""
        return int(project.pending)

    def save_model(self, request: HttpRequest, obj: Project, form: Any, change: bool) -> None:
        """Save as a new version: what clients keep of the old one is stale."""
        obj.version += 1
        obj.updated_at = timezone.now()
        super().save_model(request, obj, form, change)

    @admin.action(description="Decline all pending requests", permissions=["decide"])
    def decline_pending(self, request: HttpRequest, queryset: QuerySet[Project]) -> None:
        """Decline whatever waits in the selected projects."""
        self.decline(request, JoinRequest.objects.filter(project__in=queryset, status="pending"))


@admin.register(JoinRequest)
class JoinRequestAdmin(DecidingAdmin):
    """Requests to join: to read, to decline, never to edit, so that no state is skipped."""

    fields = ["project", "person", "message", "status", "created_at", "decided_at", "decided_by"]
    readonly_fields = ["created_at", "decided_at", "decided_by"]
    list_display = ["id", "project", "person", "status", "created_at", "decided_at", "decided_by"]
    list_filter = ["status", "created_at"]
    list_select_related = ["project", "person", "decided_by"]
    search_fields = ["project__title", "project__slug", "person__name", "person__email"]
    date_hierarchy = "created_at"
    actions = ["decline_selected"]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Refuse: a request moves through the services alone."""
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Allow who may decide to read, though nobody edits."""
        return super().has_view_permission(request, obj) or self.has_decide_permission(request)

    @admin.action(description="Decline the selected requests", permissions=["decide"])
    def decline_selected(self, request: HttpRequest, queryset: QuerySet[JoinRequest]) -> None:
        """Decline those that are pending, and say which were not."""
        self.decline(request, queryset)


@admin.register(Post)
class PostAdmin(BoardAdmin):
    """Posts: words can be mended or taken away; who wrote them where cannot be changed."""

    fields = ["project", "author", "kind", "title", "body", "solves", "created_at"]
    readonly_fields = ["project", "author", "kind", "solves", "created_at"]
    list_display = ["title", "kind", "project", "author", "created_at"]
    list_filter = ["kind", "created_at"]
    list_select_related = ["project", "author"]
    search_fields = ["title", "body", "project__slug", "author__name", "author__email"]
    date_hierarchy = "created_at"
