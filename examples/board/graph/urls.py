"""The one route."""

from django.urls import path

from graph.views import GraphQLView

urlpatterns = [path("", GraphQLView.as_view(), name="graphql")]
