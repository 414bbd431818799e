import json

import django
from django.conf import settings

settings.configure(
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"],
    REST_FRAMEWORK={"DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema"},
    SPECTACULAR_SETTINGS={"OAS_VERSION": "3.1.1"},
)
django.setup()

from django.urls import path
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView


class SeatSerializer(serializers.Serializer):
    role = serializers.ChoiceField(["backend", "frontend"])
    free_from = serializers.DateField(allow_null=True, help_text="Null: at once.")


class SeatsView(APIView):
    @extend_schema(responses=SeatSerializer(many=True))
    def get(self, request: Request, slug: str) -> Response:
        raise NotImplementedError  # no backend yet


routes = [path("api/projects/<slug:slug>/seats/", SeatsView.as_view())]
contract = SchemaGenerator(patterns=routes).get_schema(public=True)
print(*contract["paths"])
print(json.dumps(contract["components"]["schemas"]["Seat"], indent=2))
