# needs: board
import django

django.setup()

from django.conf import settings
from django.urls import resolve

for number, middleware in enumerate(settings.MIDDLEWARE, 1):
    print(number, middleware.rpartition(".")[2])

for address in ["/healthz", "/api/v2/projects/farm-market/", "/api/v2/nowhere/"]:
    match = resolve(address)
    print(f"{address}\n  route {match.route!r}, view {match.func.__name__}, {match.kwargs}")
    print(f"  name {match.view_name!r}")
