"""Who may do what: the one answer that REST, GraphQL and the admin share.

Each rule takes a viewer, signed in or not, and an object, and says yes or no. Whether the
state of things allows it (a free seat, a pending request) is for the services to say.
"""

from typing import TypeAlias

from django.contrib.auth.models import AnonymousUser

from people.models import Person
from projects.models import JoinRequest, Post, Project

Viewer: TypeAlias = Person | AnonymousUser


def can_write(viewer: Viewer) -> bool:
    """Whether the viewer may change anything at all: only with a verified address."""
    return isinstance(viewer, Person) and viewer.is_active and viewer.is_verified


def is_owner(viewer: Viewer, project: Project) -> bool:
    """Whether the project belongs to the viewer."""
    return viewer.is_authenticated and project.owner_id == viewer.pk


def is_member(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer is in the team, as owner or member.

    Asks the database once, or not at all where `memberships` is prefetched.
    """
    if not viewer.is_authenticated:
        return False
    if is_owner(viewer, project):
        return True
    if "memberships" in getattr(project, "_prefetched_objects_cache", {}):
        return any(row.person_id == viewer.pk for row in project.memberships.all())
    return project.memberships.filter(person_id=viewer.pk).exists()


def can_see(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer may know the project: everybody, except for drafts."""
    return project.status != Project.Status.DRAFT or viewer.is_staff or is_member(viewer, project)


def can_edit(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer may change or delete the project."""
    return can_write(viewer) and (viewer.is_staff or is_owner(viewer, project))


def can_ask(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer may ask to join: anybody but the owner."""
    return can_write(viewer) and can_see(viewer, project) and not is_owner(viewer, project)


def can_decide(viewer: Viewer, request: JoinRequest) -> bool:
    """Whether the viewer may accept or decline the request."""
    return can_edit(viewer, request.project)


def can_withdraw(viewer: Viewer, request: JoinRequest) -> bool:
    """Whether the viewer may take the request back: only who made it."""
    return can_write(viewer) and request.person_id == viewer.pk


def can_see_request(viewer: Viewer, request: JoinRequest) -> bool:
    """Whether the viewer may read the request: who made it, and who owns the project."""
    return viewer.is_authenticated and (
        viewer.is_staff or viewer.pk == request.person_id or is_owner(viewer, request.project)
    )


def can_post(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer may write news: the team."""
    return can_write(viewer) and is_member(viewer, project)


def can_delete_post(viewer: Viewer, post: Post) -> bool:
    """Whether the viewer may remove the news: its author, and who may edit the project."""
    return can_write(viewer) and (post.author_id == viewer.pk or can_edit(viewer, post.project))


def can_export(viewer: Viewer, project: Project) -> bool:
    """Whether the viewer may take a copy of the project's history: the team and staff."""
    return can_write(viewer) and (viewer.is_staff or is_member(viewer, project))
