import django
from django.conf import settings
from django.core.management import call_command

settings.configure(
    SECRET_KEY="for this lesson only: 32 bytes or more",
    ROOT_URLCONF=__name__,
    DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth"],
    SIMPLE_JWT={"ROTATE_REFRESH_TOKENS": True, "BLACKLIST_AFTER_ROTATION": True},
    PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # quick, not safe
)
django.setup()
call_command("migrate", verbosity=0)

from django.contrib.auth.models import User
from django.urls import path
from rest_framework.test import APIClient
from rest_framework_simplejwt.views import TokenObtainPairView, TokenRefreshView

urlpatterns = [
    path("token/", TokenObtainPairView.as_view()),
    path("token/refresh/", TokenRefreshView.as_view()),
]

User.objects.create_user("ada", password="build-it-together")
client = APIClient()
pair = client.post("/token/", {"username": "ada", "password": "build-it-together"}).json()
for turn in (1, 2, 3):
    answer = client.post("/token/refresh/", {"refresh": pair["refresh"]})
    new = answer.json()["refresh"] != pair["refresh"]
    print(f"the same refresh token, use {turn}: {answer.status_code}, a new one came: {new}")
