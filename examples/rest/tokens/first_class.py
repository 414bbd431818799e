import django
from django.conf import settings

settings.configure(INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"])
django.setup()

from rest_framework.authentication import SessionAuthentication, TokenAuthentication
from rest_framework.permissions import IsAuthenticated
from rest_framework.test import APIRequestFactory
from rest_framework.views import APIView


class Private(APIView):
    permission_classes = (IsAuthenticated,)


for classes in (
    (TokenAuthentication, SessionAuthentication),
    (SessionAuthentication, TokenAuthentication),
):
    answer = Private.as_view(authentication_classes=classes)(APIRequestFactory().get("/"))
    print(classes[0].__name__, "first:", answer.status_code, answer.get("WWW-Authenticate"))
    print(" ", answer.data["detail"])
