# needs: board
import django

django.setup()

from collections.abc import Callable
from typing import Any

from django.core.exceptions import FieldError

from projects.models import Project


def attempt(read: Callable[[], Any]) -> None:
    try:
        print(read())
    except (FieldError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")


attempt(lambda: Project.objects.filter(members__person=1))
attempt(lambda: Project.objects.filter(owner__nmae="Ada"))
attempt(lambda: list(Project.objects.select_related("skills")))
attempt(lambda: list(Project.objects.prefetch_related("posts__writer")))
attempt(lambda: Project.objects.filter(memberships__person=1).count())
