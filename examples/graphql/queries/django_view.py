import django
from django.conf import settings

settings.configure(
    ROOT_URLCONF=__name__,
    SECRET_KEY="for this lesson only",
    MIDDLEWARE=["django.middleware.csrf.CsrfViewMiddleware"],
)
django.setup()

import strawberry
from django.test import Client
from django.urls import path
from django.views.decorators.csrf import csrf_exempt
from strawberry.django.views import GraphQLView


@strawberry.type
class Query:
    @strawberry.field
    def greeting(self, info: strawberry.Info, name: str) -> str:
        language = info.context.request.headers.get("Accept-Language", "en")
        return f"Karibu, {name}" if language == "sw" else f"Welcome, {name}"


schema = strawberry.Schema(Query)
view = GraphQLView.as_view(schema=schema, graphql_ide=None, allow_queries_via_get=False)
urlpatterns = [path("graphql/", csrf_exempt(view)), path("guarded/", view)]

client = Client(enforce_csrf_checks=True, headers={"Accept-Language": "sw"})
body = {"query": "query($n: String!) { greeting(name: $n) }", "variables": {"n": "Ada"}}
sent = {
    "JSON": client.post("/graphql/", body, content_type="application/json"),
    "empty": client.post("/graphql/", {}, content_type="application/json"),
    "form": client.post("/graphql/", body),
    "GET": client.get("/graphql/", {"query": "{ __typename }"}),
    "no CSRF token": client.post("/guarded/", body, content_type="application/json"),
}
for name, answer in sent.items():
    said = answer.content.decode().split("\n")[0]
    print(f"{name}: {answer.status_code} {said}")
