import django
from django.conf import settings

settings.configure(INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"])
django.setup()

from django.contrib.auth.models import User
from rest_framework.authentication import SessionAuthentication
from rest_framework.response import Response
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView


class Change(APIView):
    authentication_classes = (SessionAuthentication,)

    def post(self, request):
        return Response({"changed by": request.user.username})


TOKEN = "x" * 32
client = APIRequestFactory(enforce_csrf_checks=True)
client.cookies["csrftoken"] = TOKEN  # the browser sends it along, whoever makes the request
for headers in ({}, {"X-CSRFToken": TOKEN}):  # only your own pages can read it and repeat it
    request = client.post("/", {}, format="json", headers=headers)
    request.user = User(username="ada")  # what the session cookie leads to
    answer = Change.as_view()(request)
    print(answer.status_code, answer.data)
