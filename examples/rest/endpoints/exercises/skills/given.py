"""Given: Django, what is stored, and what checks a new skill. Change nothing here."""

import django
from django.conf import settings

if not settings.configured:
    settings.configure(SECRET_KEY="for this exercise only")
    django.setup()

from rest_framework import serializers
from rest_framework.exceptions import APIException

SKILLS = {"django": "Django", "react": "React"}


class NewSkill(serializers.Serializer):
    slug = serializers.SlugField(max_length=40)
    name = serializers.CharField(max_length=40)


class Taken(APIException):
    """There is a skill with this slug."""

    status_code = 409
    default_detail = "There is a skill with this slug."
