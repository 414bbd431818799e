"""The one route."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.csrf import csrf_exempt


@csrf_exempt  # the view checks it itself, where a cookie signs in
def graphql(request: HttpRequest) -> HttpResponseBase:
    """Load the schema with the first request: commands and workers start without it."""
    from graph.views import GraphQLView

    return GraphQLView.as_view()(request)


urlpatterns = [path("", graphql, name="graphql")]
