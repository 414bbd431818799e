"""What a moderator sees and does about people and skills."""

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import admin, messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth import admin as auth_admin
from django.contrib.auth.models import Group
from django.db.models import QuerySet
from django.http import HttpRequest
from rest_framework.authtoken.models import TokenProxy
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken

from people.models import Person, Profile, Skill
from projects import rules
from projects.caching import PROJECTS, STATS, invalidate

admin.site.site_header = admin.site.site_title = "The board"

# Their lists show keys that open other people's accounts; groups come back below.
admin.site.unregister([TokenProxy, OutstandingToken, BlacklistedToken, Group])


def signed_in(request: HttpRequest) -> Person:
    """Return who works here; the admin lets in nobody who is not signed in."""
    return cast(Person, request.user)


FILTER_WORDS = set("exact id isempty isnull gte lt year month day".split())


class BoardAdmin(admin.ModelAdmin):
    """What all our pages share: the rule of who may write, and fresh caches after it."""

    show_full_result_count = False  # one COUNT of the whole table less on each page
    list_per_page = 50

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Filter by what the page offers and nothing else.

        Django would follow the address `?password__startswith=...` and answer with who
        fits: enough to spell out a hash, or a token one relation away.
        """
        name, *rest = lookup.split("__")
        filters: Iterable[Any] = self.list_filter
        offered = {item if isinstance(item, str) else item[0] for item in filters}
        return name in offered | {self.date_hierarchy} and FILTER_WORDS.issuperset(rest)

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Refuse: what the services create is complete, what a form creates is not."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the shared rule after Django's permissions."""
        return super().has_change_permission(request, obj) and rules.can_write(request.user)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Ask the shared rule after Django's permissions."""
        return super().has_delete_permission(request, obj) and rules.can_write(request.user)

    def get_search_fields(self, request: HttpRequest) -> list[str]:
        """Leave addresses to those who may see them: a search that finds one tells it."""
        fields = [str(name) for name in super().get_search_fields(request)]
        if request.user.has_perm("people.view_person"):
            return fields
        return [name for name in fields if not name.endswith("email")]

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Save, and drop the cached answers that show it."""
        super().save_model(request, obj, form, change)
        invalidate(PROJECTS, STATS)

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and drop the cached answers that show it."""
        super().delete_model(request, obj)
        invalidate(PROJECTS, STATS)

    def delete_queryset(self, request: HttpRequest, queryset: QuerySet[Any]) -> None:
        """Delete, and drop the cached answers that show them."""
        super().delete_queryset(request, queryset)
        invalidate(PROJECTS, STATS)

    def report(
        self, request: HttpRequest, rows: list[Any], done: str, refused: list[str] | None = None
    ) -> None:
        """Write what an action did into the audit log and onto the page."""
        LogEntry.objects.log_actions(signed_in(request).pk, rows, CHANGE, change_message=done)
        self.message_user(request, f"{done}: {len(rows)}.", messages.SUCCESS)
        for reason in refused or []:
            self.message_user(request, reason, messages.WARNING)


class ProfileInline(admin.StackedInline):
    """A person's profile, on the person's page."""

    model = Profile
    fields = ["bio", "timezone", "digest", "skills"]
    autocomplete_fields = ["skills"]
    can_delete = False


@admin.register(Person)
class PersonAdmin(BoardAdmin):
    """Accounts, without anything that would let one person sign in as another.

    Passwords are neither shown nor set here: people reset their own by e-mail. Only a
    superuser gives power to others or changes an address, since whoever reads its mail
    owns the account; and only a superuser touches another superuser.
    """

    fields = [
        "email",
        "name",
        "role",
        "is_active",
        "is_staff",
        "is_superuser",
        "groups",
        "email_verified_at",
        "created_at",
        "last_login",
    ]
    readonly_fields = ["email_verified_at", "created_at", "last_login"]
    power_fields = ["email", "is_staff", "is_superuser", "groups"]
    filter_horizontal = ["groups"]
    inlines = [ProfileInline]
    list_display = ["email", "name", "role", "verified", "is_active", "is_staff", "created_at"]
    list_filter = [
        "role",
        "is_active",
        "is_staff",
        ("email_verified_at", admin.EmptyFieldListFilter),
    ]
    search_fields = ["email", "name"]
    date_hierarchy = "created_at"
    ordering = ["-created_at", "-id"]
    actions = ["deactivate", "activate"]

    @admin.display(boolean=True, ordering="email_verified_at")
    def verified(self, person: Person) -> bool:
        """Whether the address is proven."""
        return person.is_verified

    def get_readonly_fields(self, request: HttpRequest, obj: Person | None = None) -> list[str]:
        """Add what only superusers may change."""
        return self.readonly_fields + ([] if request.user.is_superuser else self.power_fields)

    def has_change_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Keep superusers out of the reach of other staff."""
        return self._may_touch(request, obj) and super().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        """Keep staff: what they did in the audit log would go with them. Deactivate them."""
        return not (obj and obj.is_staff) and super().has_delete_permission(request, obj)

    def get_deleted_objects(self, objs: Any, request: HttpRequest) -> Any:
        """Count what goes along and name none of it: the name of an API token is its key."""
        _, counts, missing, protected = super().get_deleted_objects(objs, request)
        return [str(person) for person in objs], counts, missing, protected

    @admin.action(description="Deactivate the selected people", permissions=["change"])
    def deactivate(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        """End their access at once; what they wrote stays."""
        self._set_active(request, queryset.exclude(pk=signed_in(request).pk), False, "Deactivated")

    @admin.action(description="Activate the selected people", permissions=["change"])
    def activate(self, request: HttpRequest, queryset: QuerySet[Person]) -> None:
        """Give them their access back."""
        self._set_active(request, queryset, True, "Activated")

    def _set_active(
        self, request: HttpRequest, queryset: QuerySet[Person], active: bool, done: str
    ) -> None:
        rows = [person for person in queryset if self._may_touch(request, person)]
        Person.objects.filter(pk__in=[person.pk for person in rows]).update(is_active=active)
        invalidate(PROJECTS, STATS)
        self.report(request, rows, done)

    @staticmethod
    def _may_touch(request: HttpRequest, person: Person | None) -> bool:
        return request.user.is_superuser or not (person and person.is_superuser)


@admin.register(Group)
class GroupAdmin(auth_admin.GroupAdmin):
    """Groups: whoever changes one gives power to others, so they are a superuser's alone."""

    def has_module_permission(self, request: HttpRequest) -> bool:
        """Show groups to superusers."""
        return signed_in(request).is_superuser

    def has_view_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Show groups to superusers."""
        return signed_in(request).is_superuser

    def has_change_permission(self, request: HttpRequest, obj: Group | None = None) -> bool:
        """Ask the shared rule too."""
        return signed_in(request).is_superuser and rules.can_write(request.user)

    has_add_permission = has_delete_permission = has_change_permission


@admin.register(Skill)
class SkillAdmin(BoardAdmin):
    """The skills to choose from: the one list that grows here."""

    list_display = ["name", "slug"]
    search_fields = ["name", "slug"]
    prepopulated_fields = {"slug": ["name"]}

    def has_add_permission(self, request: HttpRequest) -> bool:
        """Allow what Django's permissions and the shared rule allow."""
        return request.user.has_perm("people.add_skill") and rules.can_write(request.user)
