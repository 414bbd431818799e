# needs: board
import warnings
from unittest.mock import patch

import django

django.setup()

from django.core.cache import cache

from projects.models import Project

with patch("django.__version__", "5.1"):  # as if it had been stored before the upgrade
    cache.set("project", Project.objects.order_by("id")[0])

with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    cache.get("project")
print(f"{caught[0].category.__name__}: {str(caught[0].message).partition(' the current')[0]} …")

cache.set("project", {"title": "Tea timer"}, version=2)  # VERSION = 2 with the new code
print(cache.get("project", version=2))
