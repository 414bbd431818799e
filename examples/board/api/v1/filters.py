"""The query parameters of lists: declared once, checked, and described in the contract.

A filter set here only says which values there may be; the selectors make the query.
"""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django_filters import rest_framework as filters
from drf_spectacular.utils import extend_schema_field

from api.v1.serializers import MAX_ID
from people.models import Person
from projects.models import JoinRequest, Post, Project
from projects.selectors import ORDERS, project_list


class IdFilter(filters.NumberFilter):
    """An id; the library's own filter takes 1.5 too."""

    field_class = forms.IntegerField


def _text(description: str, max_length: int, **options: Any) -> Any:
    """Make a filter by text whose limit the contract knows."""
    schema = {
        "type": "string",
        "maxLength": max_length,
        "pattern": "^[^\\u0000]*$",
        "description": description,
    }
    return extend_schema_field(schema)(filters.CharFilter(max_length=max_length, **options))


def _id(description: str) -> Any:
    """Make a filter by id whose limits the contract knows."""
    limits = {"type": "integer", "minimum": 1, "maximum": MAX_ID, "description": description}
    return extend_schema_field(limits)(IdFilter(min_value=1, max_value=MAX_ID))


class Filters(filters.FilterSet):
    """Refuses `?status=`: an empty choice or number is none of those that there are."""

    def is_valid(self) -> bool:
        """Check the query; the form itself takes an empty value for one left out."""
        for name, field in self.form.fields.items():
            if self.data.get(name) == "" and not isinstance(field, forms.CharField):
                self.form.add_error(name, forms.ValidationError("Give a value.", code="required"))
        return bool(super().is_valid())


class ProjectFilter(Filters):
    """`?status=open&skill=django&search=map&ordering=title`."""

    status = filters.ChoiceFilter(choices=Project.Status.choices)
    skill = _text("The slug of a skill that it needs.", 40)
    owner = _id("The id of its owner.")
    search = _text("Words of three letters or more, all of them in title or pitch.", 100)
    ordering = filters.ChoiceFilter(choices=[(order, order) for order in ORDERS])

    def filter_queryset(self, queryset: QuerySet[Project]) -> QuerySet[Project]:
        """Hand what was chosen to the selector."""
        chosen = {name: value for name, value in self.form.cleaned_data.items() if value}
        order = chosen.pop("ordering", "-created_at")
        return project_list(self.request.user, order=order, **chosen)


class PostFilter(Filters):
    """`?kind=blocker`."""

    kind = filters.ChoiceFilter(choices=Post.Kind.choices)


class JoinRequestFilter(Filters):
    """`?status=pending&box=received`."""

    status = filters.ChoiceFilter(choices=JoinRequest.Status.choices)
    box = filters.ChoiceFilter(
        choices=[("sent", "made by me"), ("received", "to projects of mine")], method="in_box"
    )

    def in_box(self, queryset: QuerySet[Any], name: str, value: str) -> QuerySet[Any]:
        """Keep one side of the requests."""
        user = self.request.user
        return queryset.filter(**{"person" if value == "sent" else "project__owner": user})


class PersonFilter(Filters):
    """`?role=frontend&skill=react`."""

    role = filters.ChoiceFilter(choices=Person.Role.choices)
    skill = _text("The slug of a skill that they have.", 40, field_name="profile__skills__slug")
