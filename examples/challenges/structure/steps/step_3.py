"""Step 3: what is written goes through `crew.services`, which asks `crew.rules` first."""

import re

from django.core.paginator import InvalidPage, Paginator
from django.http import JsonResponse
from django.urls import path

from crew import rules, selectors, services
from crew.errors import Invalid, NotFound
from crew.models import Project, Skill
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
    services.announce(
        owner=request.user,
        slug=slug,
        title=data["title"].strip(),
        pitch=data["pitch"].strip(),
        seats=data.get("seats", 3),
        skills=found,
    )
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
    rules.require_decider(request.user, project)  # before the body is judged
    data = json_body(request)
    if fields := check_project(data):
        raise Invalid(fields)
    changes = {name: data[name].strip() for name in ("title", "pitch") if name in data}
    changes |= {name: data[name] for name in ("seats", "is_open") if name in data}
    services.change(actor=request.user, project=project, **changes)
    return JsonResponse(detail(selectors.project(slug)))


@needs_sign_in
def ask_to_join(request, slug):
    message = json_body(request).get("message", "")
    if not isinstance(message, str) or len(message) > 500:
        raise Invalid({"message": "Use 500 characters at most."})
    join = services.ask_to_join(
        person=request.user, project=selectors.project(slug), message=message.strip()
    )
    return JsonResponse(request_json(join), status=201)


@needs_sign_in
def list_requests(request, slug):
    project = selectors.project(slug)
    rules.require_decider(request.user, project)
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
    join = services.decline(actor=request.user, join=selectors.join_request(pk))
    return JsonResponse(request_json(join))


@needs_sign_in
def accept(request, pk):
    join = services.accept(actor=request.user, join=selectors.join_request(pk))
    return JsonResponse(request_json(join))


urlpatterns = [
    path("projects/", route(GET=list_projects, POST=announce)),
    path("projects/<slug:slug>/", route(GET=read_project, PATCH=change_project)),
    path("projects/<slug:slug>/join/", route(POST=ask_to_join)),
    path("projects/<slug:slug>/requests/", route(GET=list_requests)),
    path("requests/<int:pk>/accept/", route(POST=accept)),
    path("requests/<int:pk>/decline/", route(POST=decline)),
]
