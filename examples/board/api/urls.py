"""The routes under `/api/`: two versions, their contracts, and a page to try them."""

from functools import partial

from django.urls import include, path, re_path
from drf_spectacular.views import SpectacularSwaggerSplitView

from api.views import Contract, UnknownUrl

# The page has no other methods: REST framework's OPTIONS knows no template to answer with.
docs = partial(SpectacularSwaggerSplitView.as_view, http_method_names=["get", "head"])

urlpatterns = [
    path("v1/", include("api.v1.urls")),
    path("v2/", include("api.v2.urls")),
    path("openapi-v1.json", Contract.as_view(document="v1"), name="openapi-v1"),
    path("openapi-v2.json", Contract.as_view(document="v2"), name="openapi-v2"),
    path("docs/", docs(url_name="openapi-v2"), name="docs"),
    path("docs/v1/", docs(url_name="openapi-v1"), name="docs-v1"),
    re_path("", UnknownUrl.as_view()),
]
