"""Step 4: serializers say what may come in and what goes out."""

from django.core.paginator import InvalidPage, Paginator
from django.http import JsonResponse
from django.urls import path

from crew import rules, selectors, services
from crew.errors import Invalid, NotFound
from crew.plumbing import json_body, needs_sign_in, route
from crew.serializers import (
    JoinIn,
    JoinOut,
    ProjectChangeIn,
    ProjectDetailOut,
    ProjectIn,
    ProjectOut,
)


def checked(form, request, **options):
    serializer = form(data=json_body(request), **options)
    if not serializer.is_valid():
        raise Invalid(serializer.errors)
    return serializer.validated_data


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
    results = ProjectOut(page, many=True).data
    return JsonResponse({"count": page.paginator.count, "results": results})


@needs_sign_in
def announce(request):
    project = services.announce(owner=request.user, **checked(ProjectIn, request))
    return JsonResponse(ProjectDetailOut(selectors.project(project.slug)).data, status=201)


def read_project(request, slug):
    return JsonResponse(ProjectDetailOut(selectors.project(slug)).data)


@needs_sign_in
def change_project(request, slug):
    project = selectors.project(slug)
    rules.require_decider(request.user, project)  # before the body is judged
    changes = checked(ProjectChangeIn, request, partial=True)
    services.change(actor=request.user, project=project, **changes)
    return read_project(request, slug)


@needs_sign_in
def ask_to_join(request, slug):
    join = services.ask_to_join(
        person=request.user, project=selectors.project(slug), **checked(JoinIn, request)
    )
    return JsonResponse(JoinOut(join).data, status=201)


@needs_sign_in
def list_requests(request, slug):
    project = selectors.project(slug)
    rules.require_decider(request.user, project)
    return JsonResponse(JoinOut(selectors.join_requests(project), many=True).data, safe=False)


@needs_sign_in
def decline(request, pk):
    join = services.decline(actor=request.user, join=selectors.join_request(pk))
    return JsonResponse(JoinOut(join).data)


@needs_sign_in
def accept(request, pk):
    join = services.accept(actor=request.user, join=selectors.join_request(pk))
    return JsonResponse(JoinOut(join).data)


urlpatterns = [
    path("projects/", route(GET=list_projects, POST=announce)),
    path("projects/<slug:slug>/", route(GET=read_project, PATCH=change_project)),
    path("projects/<slug:slug>/join/", route(POST=ask_to_join)),
    path("projects/<slug:slug>/requests/", route(GET=list_requests)),
    path("requests/<int:pk>/accept/", route(POST=accept)),
    path("requests/<int:pk>/decline/", route(POST=decline)),
]
