"""The view that grew: routes, sign-in, rules, queries, mail and JSON in one function."""

import json
import re

from django.core.mail import send_mail
from django.core.paginator import InvalidPage, Paginator
from django.db.models import Q
from django.http import JsonResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from rest_framework.authtoken.models import Token

from crew.models import JoinRequest, Membership, Project, Skill


@csrf_exempt
def api(request, address):
    # Who is it?
    user = None
    header = request.headers.get("Authorization", "")
    if header.startswith("Token "):
        try:
            user = Token.objects.select_related("user").get(key=header[6:]).user
        except Token.DoesNotExist:
            return JsonResponse({"error": "authentication_failed"}, status=401)
        if not user.is_active:
            return JsonResponse({"error": "authentication_failed"}, status=401)

    parts = address.strip("/").split("/")

    # ---- /projects/ ----
    if parts == ["projects"]:
        if request.method == "GET":
            projects = Project.objects.order_by("slug")
            search = request.GET.get("search", "")
            if search:
                projects = projects.filter(Q(title__icontains=search) | Q(pitch__icontains=search))
            skill = request.GET.get("skill", "")
            if skill:
                projects = projects.filter(skills__slug=skill)
            if request.GET.get("open", "") == "true":
                projects = projects.filter(is_open=True)
            try:
                page = Paginator(projects, 20).page(request.GET.get("page", 1))
            except InvalidPage:
                return JsonResponse({"error": "not_found"}, status=404)
            # --8<-- [start:list]
            results = []
            for project in page:
                skills = []
                for skill in project.skills.order_by("slug"):
                    skills.append(skill.slug)
                # seats that are still free
                free = project.seats - project.memberships.count()
                if free < 0:
                    free = 0
                results.append(
                    {
                        "slug": project.slug,
                        "title": project.title,
                        "owner": project.owner.username,
                        "skills": skills,
                        "seats_free": free,
                        "is_open": project.is_open,
                    }
                )
            # --8<-- [end:list]
            return JsonResponse({"count": page.paginator.count, "results": results})

        elif request.method == "POST":
            if user is None:
                return JsonResponse({"error": "not_authenticated"}, status=401)
            try:
                data = json.loads(request.body)
            except ValueError:
                return JsonResponse({"error": "parse_error"}, status=400)
            if not isinstance(data, dict):
                return JsonResponse({"error": "invalid", "fields": {}}, status=400)
            fields = {}
            title = data.get("title")
            if not isinstance(title, str) or not title.strip():
                fields["title"] = "Give the project a title."
            elif len(title) > 120:
                fields["title"] = "Use 120 characters at most."
            pitch = data.get("pitch")
            if not isinstance(pitch, str) or not pitch.strip():
                fields["pitch"] = "Say what it is about."
            elif len(pitch) > 2000:
                fields["pitch"] = "Use 2000 characters at most."
            slug = data.get("slug")
            if not isinstance(slug, str) or not re.fullmatch(r"[-\w]{1,50}", slug, re.ASCII):
                fields["slug"] = "Use letters, digits, - and _."
            elif Project.objects.filter(slug=slug).exists():
                fields["slug"] = "This slug is taken."
            seats = data.get("seats", 3)
            if isinstance(seats, bool) or not isinstance(seats, int):
                fields["seats"] = "Give a number."
            elif seats < 1 or seats > 12:
                fields["seats"] = "Give 1 to 12."
            skills = data.get("skills", [])
            if not isinstance(skills, list):
                fields["skills"] = "Give a list of slugs."
            else:
                found = []
                for skill in skills:
                    try:
                        found.append(Skill.objects.get(slug=skill))
                    except Skill.DoesNotExist:
                        fields["skills"] = f"There is no skill {skill}."
            if fields:
                return JsonResponse({"error": "invalid", "fields": fields}, status=400)
            project = Project.objects.create(
                owner=user, slug=slug, title=title.strip(), pitch=pitch.strip(), seats=seats
            )
            for skill in found:
                project.skills.add(skill)
            Membership.objects.create(project=project, person=user, role="owner")
            return JsonResponse(
                {
                    "slug": project.slug,
                    "title": project.title,
                    "pitch": project.pitch,
                    "owner": user.username,
                    "skills": [skill.slug for skill in project.skills.order_by("slug")],
                    "seats_free": project.seats,
                    "is_open": project.is_open,
                    "team": [{"name": user.username, "role": "owner"}],
                },
                status=201,
            )
        else:
            return JsonResponse({"error": "method_not_allowed"}, status=405)

    # ---- /projects/<slug>/… ----
    if parts[0] == "projects" and len(parts) in (2, 3):
        try:
            project = Project.objects.get(slug=parts[1])
        except Project.DoesNotExist:
            return JsonResponse({"error": "not_found"}, status=404)

        if len(parts) == 2:
            if request.method == "PATCH":
                if user is None:
                    return JsonResponse({"error": "not_authenticated"}, status=401)
                if project.owner != user and not user.is_staff:
                    return JsonResponse({"error": "permission_denied"}, status=403)
                try:
                    data = json.loads(request.body)
                except ValueError:
                    return JsonResponse({"error": "parse_error"}, status=400)
                if not isinstance(data, dict):
                    return JsonResponse({"error": "invalid", "fields": {}}, status=400)
                fields = {}
                if "title" in data:
                    title = data["title"]
                    if not isinstance(title, str) or not title.strip():
                        fields["title"] = "Give the project a title."
                    elif len(title) > 120:
                        fields["title"] = "Use 120 characters at most."
                    else:
                        project.title = title.strip()
                if "pitch" in data:
                    pitch = data["pitch"]
                    if not isinstance(pitch, str) or not pitch.strip():
                        fields["pitch"] = "Say what it is about."
                    elif len(pitch) > 2000:
                        fields["pitch"] = "Use 2000 characters at most."
                    else:
                        project.pitch = pitch.strip()
                if "seats" in data:
                    seats = data["seats"]
                    if isinstance(seats, bool) or not isinstance(seats, int):
                        fields["seats"] = "Give a number."
                    elif seats < 1 or seats > 12:
                        fields["seats"] = "Give 1 to 12."
                    else:
                        project.seats = seats
                if "is_open" in data:
                    if not isinstance(data["is_open"], bool):
                        fields["is_open"] = "Give true or false."
                    else:
                        project.is_open = data["is_open"]
                if fields:
                    return JsonResponse({"error": "invalid", "fields": fields}, status=400)
                project.save()
            elif request.method != "GET":
                return JsonResponse({"error": "method_not_allowed"}, status=405)
            # GET, and the answer to PATCH
            team = []
            taken = 0
            for membership in project.memberships.order_by("pk"):
                team.append({"name": membership.person.username, "role": membership.role})
                if membership.role == "member":
                    taken += 1
            return JsonResponse(
                {
                    "slug": project.slug,
                    "title": project.title,
                    "pitch": project.pitch,
                    "owner": project.owner.username,
                    "skills": [skill.slug for skill in project.skills.order_by("slug")],
                    "seats_free": max(project.seats - taken, 0),
                    "is_open": project.is_open,
                    "team": team,
                }
            )

        if parts[2] == "join":
            if request.method != "POST":
                return JsonResponse({"error": "method_not_allowed"}, status=405)
            if user is None:
                return JsonResponse({"error": "not_authenticated"}, status=401)
            try:
                data = json.loads(request.body or "{}")
            except ValueError:
                return JsonResponse({"error": "parse_error"}, status=400)
            if not isinstance(data, dict):
                return JsonResponse({"error": "invalid", "fields": {}}, status=400)
            message = data.get("message", "")
            if not isinstance(message, str) or len(message) > 500:
                fields = {"message": "Use 500 characters at most."}
                return JsonResponse({"error": "invalid", "fields": fields}, status=400)
            if not project.is_open:
                return JsonResponse({"error": "not_open"}, status=409)
            if project.memberships.filter(person=user).exists():
                return JsonResponse({"error": "already_member"}, status=409)
            if project.requests.filter(person=user, status="pending").exists():
                return JsonResponse({"error": "already_asked"}, status=409)
            join = JoinRequest.objects.create(project=project, person=user, message=message.strip())
            send_mail(
                f"{user.username} asks to join {project.title}",
                f"{join.message}\n\nAccept or decline it on the board.",
                None,
                [project.owner.email],
            )
            return JsonResponse(
                {
                    "id": join.pk,
                    "name": user.username,
                    "message": join.message,
                    "status": "pending",
                },
                status=201,
            )

        if parts[2] == "requests":
            if request.method != "GET":
                return JsonResponse({"error": "method_not_allowed"}, status=405)
            if user is None:
                return JsonResponse({"error": "not_authenticated"}, status=401)
            if project.owner != user and not user.is_staff:
                return JsonResponse({"error": "permission_denied"}, status=403)
            results = []
            for join in project.requests.order_by("pk"):
                results.append(
                    {
                        "id": join.pk,
                        "name": join.person.username,
                        "message": join.message,
                        "status": join.status,
                    }
                )
            return JsonResponse(results, safe=False)

    # ---- /requests/<id>/accept/ and /requests/<id>/decline/ ----
    if parts[0] == "requests" and len(parts) == 3 and parts[2] in ("accept", "decline"):
        if request.method != "POST":
            return JsonResponse({"error": "method_not_allowed"}, status=405)
        if user is None:
            return JsonResponse({"error": "not_authenticated"}, status=401)
        try:
            join = JoinRequest.objects.get(pk=parts[1])
        except (JoinRequest.DoesNotExist, ValueError):
            return JsonResponse({"error": "not_found"}, status=404)
        project = join.project
        # --8<-- [start:decide]
        if parts[2] == "decline":
            if project.owner != user and not user.is_staff:
                return JsonResponse({"error": "permission_denied"}, status=403)
            if join.status != "pending":
                return JsonResponse({"error": "not_pending"}, status=409)
            join.status = "declined"
            join.save()
            send_mail(
                f"{project.title} has declined your request",
                "Other projects look for people too.",
                None,
                [join.person.email],
            )
        else:
            if join.status != "pending":
                return JsonResponse({"error": "not_pending"}, status=409)
            if not project.is_open:
                return JsonResponse({"error": "not_open"}, status=409)
            if project.memberships.filter(role="member").count() >= project.seats:
                return JsonResponse({"error": "no_seat"}, status=409)
            join.status = "accepted"
            join.save()
            Membership.objects.create(project=project, person=join.person)
            # --8<-- [end:decide]
            send_mail(
                f"{project.title} has accepted your request",
                "Say hello to the team.",
                None,
                [join.person.email],
            )
        return JsonResponse(
            {
                "id": join.pk,
                "name": join.person.username,
                "message": join.message,
                "status": join.status,
            }
        )

    return JsonResponse({"error": "not_found"}, status=404)


urlpatterns = [path("<path:address>", api)]
