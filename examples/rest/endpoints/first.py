import django
from django.conf import settings

REST = {"DEFAULT_AUTHENTICATION_CLASSES": [], "UNAUTHENTICATED_USER": None}
settings.configure(ROOT_URLCONF=__name__, REST_FRAMEWORK=REST)
django.setup()

from django.urls import path
from rest_framework import serializers
from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.test import APIClient

PROJECTS = [{"title": "Bus times", "seats": 3}]


class NewProject(serializers.Serializer):
    title = serializers.CharField(max_length=120)
    seats = serializers.IntegerField(min_value=1, max_value=12)


@api_view(["GET", "POST"])
def projects(request):
    if request.method == "GET":
        return Response(PROJECTS)
    serializer = NewProject(data=request.data)
    serializer.is_valid(raise_exception=True)
    PROJECTS.append(serializer.validated_data)
    return Response(serializer.data, status=201)


urlpatterns = [path("projects/", projects)]

client = APIClient()
for method, body in [
    ("get", None),
    ("post", {"title": "Seed swap", "seats": 4}),
    ("post", {"title": "", "seats": 99}),
    ("delete", None),
]:
    answer = getattr(client, method)("/projects/", body, format="json")
    print(method.upper(), answer.status_code, answer.content.decode())
