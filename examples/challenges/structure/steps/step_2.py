"""Step 2: what is read comes from `crew.selectors`, for lists and single objects alike."""

import re

from django.core.mail import send_mail
from django.core.paginator import InvalidPage, Paginator
from django.http import JsonResponse
from django.urls import path

from crew import selectors
from crew.errors import Conflict, Invalid, NotAllowed, NotFound
from crew.models import JoinRequest, Membership, Project, Skill
from crew.plumbing import json_body, needs_sign_in, route


def list_projects(request):
    found = selectors.matching(
        search=request.GET.get("search", ""),
        skill=request.GET.get("skill", ""),
        only_open=request.GET.get("open") == "true",
    )
    try:
        page = Paginator(found, 20).page(request.GET.get("page", 1))
    except InvalidPage:
        raise NotFound from None
    results = [summary(project) for project in page]
    return JsonResponse({"count": page.paginator.count, "results": results})


def summary(project):
    return {
        "slug": project.slug,
        "title": project.title,
        "owner": project.owner.username,
        "skills": [skill.slug for skill in project.skills.all()],
        "seats_free": project.seats_free,
        "is_open": project.is_open,
    }


def detail(project):
    team = [{"name": row.person.username, "role": row.role} for row in project.memberships.all()]
    return {**summary(project), "pitch": project.pitch, "team": team}


@needs_sign_in
def announce(request):
    data = json_body(request)
    fields = check_project({"title": None, "pitch": None, "seats": 3} | data)
    slug = data.get("slug")
    if not isinstance(slug, str) or not re.fullmatch(r"[-\w]{1,50}", slug, re.ASCII):
        fields["slug"] = "Use letters, digits, - and _."
    elif Project.objects.filter(slug=slug).exists():
        fields["slug"] = "This slug is taken."
    found = []
    if not isinstance(data.get("skills", []), list):
        fields["skills"] = "Give a list of slugs."
    else:
        for skill in data.get("skills", []):
            try:
                found.append(Skill.objects.get(slug=skill))
            except Skill.DoesNotExist:
                fields["skills"] = f"There is no skill {skill}."
    if fields:
        raise Invalid(fields)
    project = Project.objects.create(
        owner=request.user,
        slug=slug,
        title=data["title"].strip(),
        pitch=data["pitch"].strip(),
        seats=data.get("seats", 3),
    )
    project.skills.set(found)
    Membership.objects.create(project=project, person=request.user, role="owner")
    return JsonResponse(detail(selectors.project(slug)), status=201)


def check_project(data):
    """Return what is wrong with the values of a project, by field."""
    fields = {}
    for name, most in (("title", 120), ("pitch", 2000)):
        if name not in data:
            continue
        value = data[name]
        if not isinstance(value, str) or not 1 <= len(value.strip()) <= most:
            fields[name] = f"Use 1 to {most} characters."
    if "seats" in data:
        seats = data["seats"]
        if isinstance(seats, bool) or not isinstance(seats, int) or not 1 <= seats <= 12:
            fields["seats"] = "Give 1 to 12."
    if not isinstance(data.get("is_open", True), bool):
        fields["is_open"] = "Give true or false."
    return fields


def read_project(request, slug):
    return JsonResponse(detail(selectors.project(slug)))


@needs_sign_in
def change_project(request, slug):
    project = selectors.project(slug)
    if project.owner != request.user and not request.user.is_staff:
        raise NotAllowed
    data = json_body(request)
    if fields := check_project(data):
        raise Invalid(fields)
    for name in ("title", "pitch"):
        if name in data:
            setattr(project, name, data[name].strip())
    for name in ("seats", "is_open"):
        if name in data:
            setattr(project, name, data[name])
    project.save()
    return JsonResponse(detail(selectors.project(slug)))


@needs_sign_in
def ask_to_join(request, slug):
    project = selectors.project(slug)
    message = json_body(request).get("message", "")
    if not isinstance(message, str) or len(message) > 500:
        raise Invalid({"message": "Use 500 characters at most."})
    if not project.is_open:
        raise Conflict("not_open")
    if selectors.is_member(request.user, project):
        raise Conflict("already_member")
    if project.requests.filter(person=request.user, status="pending").exists():
        raise Conflict("already_asked")
    join = JoinRequest.objects.create(project=project, person=request.user, message=message.strip())
    send_mail(
        f"{request.user.username} asks to join {project.title}",
        f"{join.message}\n\nAccept or decline it on the board.",
        None,
        [project.owner.email],
    )
    return JsonResponse(request_json(join), status=201)


@needs_sign_in
def list_requests(request, slug):
    project = selectors.project(slug)
    if project.owner != request.user and not request.user.is_staff:
        raise NotAllowed
    rows = [request_json(join) for join in selectors.join_requests(project)]
    return JsonResponse(rows, safe=False)


def request_json(join):
    return {
        "id": join.pk,
        "name": join.person.username,
        "message": join.message,
        "status": join.status,
    }


@needs_sign_in
def decline(request, pk):
    join = selectors.join_request(pk)
    if join.project.owner != request.user and not request.user.is_staff:
        raise NotAllowed
    if join.status != "pending":
        raise Conflict("not_pending")
    join.status = "declined"
    join.save()
    send_mail(
        f"{join.project.title} has declined your request",
        "Other projects look for people too.",
        None,
        [join.person.email],
    )
    return JsonResponse(request_json(join))


@needs_sign_in
def accept(request, pk):
    join = selectors.join_request(pk)
    project = join.project
    if join.status != "pending":
        raise Conflict("not_pending")
    if not project.is_open:
        raise Conflict("not_open")
    if selectors.project(project.slug).seats_free == 0:
        raise Conflict("no_seat")
    join.status = "accepted"
    join.save()
    Membership.objects.create(project=project, person=join.person)
    send_mail(
        f"{project.title} has accepted your request",
        "Say hello to the team.",
        None,
        [join.person.email],
    )
    return JsonResponse(request_json(join))


urlpatterns = [
    path("projects/", route(GET=list_projects, POST=announce)),
    path("projects/<slug:slug>/", route(GET=read_project, PATCH=change_project)),
    path("projects/<slug:slug>/join/", route(POST=ask_to_join)),
    path("projects/<slug:slug>/requests/", route(GET=list_requests)),
    path("requests/<int:pk>/accept/", route(POST=accept)),
    path("requests/<int:pk>/decline/", route(POST=decline)),
]
