"""What clients can change: one mutation for each service, and nothing decided here.

Services know who may do what and say no by raising; `graph.errors` makes that a
`BoardProblem` in the result. So a client asks for both halves of the union:

    mutation {
      askToJoin(project: "timetable") {
        ... on JoinRequest { id status }
        ... on BoardProblem { code message field }
      }
    }
"""

from types import SimpleNamespace
from typing import Annotated, Any

import strawberry

from api.throttles import ScopedThrottle
from exports import models as exports
from exports.services import request_export
from graph.context import Info
from graph.errors import BoardProblem
from graph.fields import resolved
from graph.queries import key_of
from graph.types import Export, JoinRequest, Me, Membership, Post, Project, visible_posts
from notifications.digests import unsubscribe
from people import models as people
from people import selectors as people_selectors
from people import services as people_services
from projects import models, selectors, services
from projects.errors import Invalid, NotAllowed, NotFound


@strawberry.type(description="It is done, and there is nothing to show for it.")
class Done:
    """What mutations return that leave no row."""

    ok: bool = True


ProjectResult = Annotated[Project | BoardProblem, strawberry.union("ProjectResult")]
JoinRequestResult = Annotated[JoinRequest | BoardProblem, strawberry.union("JoinRequestResult")]
MembershipResult = Annotated[Membership | BoardProblem, strawberry.union("MembershipResult")]
PostResult = Annotated[Post | BoardProblem, strawberry.union("PostResult")]
ExportResult = Annotated[Export | BoardProblem, strawberry.union("ExportResult")]
MeResult = Annotated[Me | BoardProblem, strawberry.union("MeResult")]
DoneResult = Annotated[Done | BoardProblem, strawberry.union("DoneResult")]


@strawberry.input
class NewProject:
    """What announces a project."""

    title: str
    pitch: str
    slug: str | None = strawberry.field(
        default=None, description="Made from the title where there is none."
    )
    skills: list[str] = strawberry.field(default_factory=list, description="Slugs.")
    seats: int = 3
    contract_url: str = ""
    status: models.Project.Status = models.Project.Status.OPEN


@strawberry.input
class ProjectChanges:
    """What an owner may change; what is left out stays as it is."""

    title: strawberry.Maybe[str | None]
    pitch: strawberry.Maybe[str | None]
    status: strawberry.Maybe[models.Project.Status | None]
    seats: strawberry.Maybe[int | None]
    contract_url: strawberry.Maybe[str | None]
    skills: strawberry.Maybe[list[str] | None]


@strawberry.input
class NewPost:
    """What tells the news."""

    project: strawberry.ID
    kind: models.Post.Kind
    title: str
    body: str
    solves: strawberry.ID | None = strawberry.field(
        default=None, description="The blocker that this solution solves."
    )


@strawberry.input
class ProfileChanges:
    """What people may change about themselves; what is left out stays as it is."""

    name: strawberry.Maybe[str | None]
    role: strawberry.Maybe[people.Person.Role | None]
    bio: strawberry.Maybe[str | None]
    timezone: strawberry.Maybe[str | None]
    digest: strawberry.Maybe[bool | None]
    skills: strawberry.Maybe[list[str] | None]


@strawberry.input
class NewPerson:
    """What creates an account."""

    email: str
    name: str
    password: str
    role: people.Person.Role = people.Person.Role.BACKEND


# --- What they share -------------------------------------------------------------------
def given(changes: object) -> Any:
    """Return the changes that a client sent, without those left out.

    Raises:
        Invalid: One of them is null.
    """
    found = {name: each.value for name, each in vars(changes).items() if each is not None}
    for name, value in found.items():
        if value is None:
            raise Invalid("Leave it out, or give a value.", field=name)
    return found


def seen(info: Info, slug: str) -> models.Project:
    """Return a project that the viewer may know, or raise `NotFound`."""
    return selectors.project_detail(info.context.viewer, slug)


def request_of(info: Info, id: str) -> models.JoinRequest:
    """Return a request that the viewer may know, or raise `NotFound`."""
    return selectors.request_detail(info.context.viewer, key_of(id))


def post_of(info: Info, id: str) -> models.Post:
    """Return news that the viewer may read.

    Raises:
        NotFound: There is none.
    """
    post = visible_posts(info.context.viewer).filter(pk=key_of(id)).first()
    if post is None:
        raise NotFound("There is no such post.")
    return post


def throttle(info: Info, scope: str) -> None:
    """Count a mutation together with the REST requests of the same scope.

    The view counts requests; one request can hold several mutations.

    Raises:
        NotAllowed: There were too many (`throttled`).
    """
    limit = ScopedThrottle()
    view: Any = SimpleNamespace(throttle_scope=scope)
    if not limit.allow_request(info.context.request, view):
        wait = limit.wait() or 0
        raise NotAllowed(f"Too often. Try again in {wait:.0f} seconds.", code="throttled")


@strawberry.type
class Mutation:
    """All writes."""

    # --- Projects ---------------------------------------------------------------------
    @resolved(ProjectResult)
    def announce_project(self, info: Info, input: NewProject) -> models.Project:
        """Announce a project."""
        return services.announce_project(owner=info.context.person, **vars(input))

    @resolved(ProjectResult)
    def update_project(
        self,
        info: Info,
        project: strawberry.ID,
        changes: ProjectChanges,
        expected_version: int | None = None,
    ) -> models.Project:
        """Change a project; `stale_version` where it has another version by now."""
        return services.update_project(
            actor=info.context.person,
            project=seen(info, project),
            expected_version=expected_version,
            **given(changes),
        )

    @resolved(DoneResult)
    def delete_project(
        self, info: Info, project: strawberry.ID, expected_version: int | None = None
    ) -> Done:
        """Delete a project and all it has."""
        services.delete_project(
            actor=info.context.person,
            project=seen(info, project),
            expected_version=expected_version,
        )
        return Done()

    @resolved(DoneResult)
    def leave_project(self, info: Info, project: strawberry.ID) -> Done:
        """Give up your seat."""
        services.leave_project(person=info.context.person, project=seen(info, project))
        return Done()

    @resolved(ExportResult)
    def request_export(
        self, info: Info, project: strawberry.ID, format: exports.Export.Format
    ) -> exports.Export:
        """Have the history of a project written to a file; ask `export` how far it is."""
        throttle(info, "export")
        return request_export(
            person=info.context.person, project=seen(info, project), format=format
        )

    # --- Requests ---------------------------------------------------------------------
    @resolved(JoinRequestResult)
    def ask_to_join(
        self, info: Info, project: strawberry.ID, message: str = ""
    ) -> models.JoinRequest:
        """Ask for a seat in a project."""
        throttle(info, "join")
        return services.ask_to_join(
            person=info.context.person, project=seen(info, project), message=message
        )

    @resolved(MembershipResult)
    def accept_request(self, info: Info, id: strawberry.ID) -> models.Membership:
        """Take somebody into the team."""
        return services.accept_request(actor=info.context.person, request=request_of(info, id))

    @resolved(JoinRequestResult)
    def decline_request(self, info: Info, id: strawberry.ID) -> models.JoinRequest:
        """Refuse a request."""
        return services.decline_request(actor=info.context.person, request=request_of(info, id))

    @resolved(JoinRequestResult)
    def withdraw_request(self, info: Info, id: strawberry.ID) -> models.JoinRequest:
        """Take your request back."""
        return services.withdraw_request(actor=info.context.person, request=request_of(info, id))

    # --- News -------------------------------------------------------------------------
    @resolved(PostResult)
    def write_post(self, info: Info, input: NewPost) -> models.Post:
        """Tell the team's news."""
        return services.write_post(
            author=info.context.person,
            project=seen(info, input.project),
            kind=input.kind,
            title=input.title,
            body=input.body,
            solves=None if input.solves is None else post_of(info, input.solves),
        )

    @resolved(DoneResult)
    def delete_post(self, info: Info, id: strawberry.ID) -> Done:
        """Remove news."""
        services.delete_post(actor=info.context.person, post=post_of(info, id))
        return Done()

    # --- Accounts ---------------------------------------------------------------------
    @resolved(DoneResult)
    def sign_up(self, info: Info, input: NewPerson) -> Done:
        """Create an account; a mail asks to verify its address."""
        throttle(info, "sign_up")
        people_services.sign_up(**vars(input))
        return Done()

    @resolved(DoneResult)
    def verify_email(self, info: Info, token: str) -> Done:
        """Show that your address is yours, by the token of the mail."""
        throttle(info, "sign_in")
        people_services.verify_email(token=token)
        return Done()

    @resolved(DoneResult)
    def request_password_reset(self, info: Info, email: str) -> Done:
        """Have a mail sent, if there is an account with this address."""
        throttle(info, "password_reset")
        people_services.request_password_reset(email=email)
        return Done()

    @resolved(DoneResult)
    def reset_password(self, info: Info, token: str, password: str) -> Done:
        """Set a new password, by the token of that mail."""
        throttle(info, "password_reset")
        people_services.reset_password(token=token, password=password)
        return Done()

    @resolved(DoneResult)
    def unsubscribe(self, info: Info, token: str) -> Done:
        """Get no more digests, by the token of one."""
        throttle(info, "sign_in")
        unsubscribe(token=token)
        return Done()

    @resolved(MeResult)
    def update_profile(self, info: Info, changes: ProfileChanges) -> people.Person:
        """Change what you say about yourself."""
        person = info.context.person
        people_services.update_profile(person=person, **given(changes))
        return people_selectors.person_detail(person.pk)  # a new row, with nothing loaded before
