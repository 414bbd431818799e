import mysite

mysite.start()

from rest_framework.decorators import api_view
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory


def reads(request):
    return Response({"title": request.data["title"]})


def answers(request):
    return Response({"title": "Bus times"})


@api_view(["GET"])
def forgets_to_return(request):
    Response({"title": "Bus times"})


views = {"reads": reads, "answers": answers, "forgets_to_return": forgets_to_return}
for name, view in views.items():
    try:
        view(APIRequestFactory().get("/")).render()
    except (AttributeError, AssertionError) as error:
        print(f"{name}: {type(error).__name__}: {error}")
