"""The board's routes and the naive list."""

from django.urls import path

from bench.naive import ProjectViewSet
from config.urls import urlpatterns as board

urlpatterns = [*board, path("naive/projects/", ProjectViewSet.as_view({"get": "list"}))]
