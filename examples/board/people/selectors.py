"""Reads of people and skills."""

from collections.abc import Collection

from django.db.models import QuerySet

from people.models import Person, Skill
from projects.errors import Invalid, NotFound


def public_people() -> QuerySet[Person]:
    """Return everybody who has not left, with profile and skills: two queries."""
    return (
        Person.objects.filter(is_active=True)
        .select_related("profile")
        .prefetch_related("profile__skills")
        .order_by("name", "id")
    )


def person_detail(pk: int) -> Person:
    """Return one person as the list shows them.

    Raises:
        NotFound: There is none, or they have left.
    """
    person = public_people().filter(pk=pk).first()
    if person is None:
        raise NotFound("There is no such person.")
    return person


def skills() -> QuerySet[Skill]:
    """Return all skills by name."""
    return Skill.objects.order_by("name")


def skills_named(slugs: Collection[str]) -> list[Skill]:
    """Return the skills of these slugs.

    Raises:
        Invalid: One of them does not exist (`unknown_skill`).
    """
    found = list(Skill.objects.filter(slug__in=set(slugs))) if slugs else []
    if unknown := set(slugs) - {skill.slug for skill in found}:
        raise Invalid(f"There is no skill {min(unknown)!r}.", code="unknown_skill", field="skills")
    return found
