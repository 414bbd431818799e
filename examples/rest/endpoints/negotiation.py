import mysite

mysite.start()

from rest_framework.decorators import api_view, parser_classes, renderer_classes
from rest_framework.parsers import FormParser, JSONParser
from rest_framework.renderers import BaseRenderer, JSONRenderer
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory


class PlainText(BaseRenderer):
    media_type = "text/plain"
    format = "txt"

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return "\n".join(f"{name}: {value}" for name, value in data.items()).encode()


@api_view(["GET", "POST"])
@renderer_classes([JSONRenderer, PlainText])  # the first one is the default
@parser_classes([JSONParser, FormParser])
def echo(request):
    return Response({"title": request.data.get("title", "Bus times")})


ask = APIRequestFactory()
for request in [
    ask.get("/"),
    ask.get("/", headers={"Accept": "text/plain"}),
    ask.get("/", headers={"Accept": "text/html, text/*;q=0.8, */*;q=0.1"}),
    ask.get("/?format=txt"),
    ask.get("/", headers={"Accept": "image/png"}),
    ask.post("/", "title=Seed+swap", content_type="application/x-www-form-urlencoded"),
    ask.post("/", "<title/>", content_type="application/xml"),
]:
    wanted = request.headers.get("Accept") or request.get_full_path()
    answer = echo(request).render()
    print(f"{wanted:40} {answer.status_code} {answer['Content-Type']:16} {answer.content!r}")
