# needs: board
import django

django.setup()

from datetime import timedelta

from django.utils import timezone
from rest_framework.test import APIClient
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.tokens import RefreshToken

from people.models import Person

ada = Person.objects.get(email="ada1@example.org")
refresh = RefreshToken.for_user(ada)
old_access = refresh.access_token
old_access.set_exp(from_time=timezone.now(), lifetime=timedelta(seconds=-3))
old_refresh = RefreshToken.for_user(ada)
old_refresh.set_exp(from_time=timezone.now(), lifetime=timedelta(seconds=-3))

client = APIClient(SERVER_NAME="localhost")
answer = client.get("/api/v2/me/", headers={"Authorization": f"Bearer {old_access}"})
print(answer.status_code, answer.json()["detail"])
answer = client.post("/api/v2/auth/jwt/refresh/", {"refresh": str(old_refresh)}, format="json")
print(answer.status_code, answer.json()["detail"])

print("What the server knows, and its log may say:")
broken = str(refresh.access_token)[:-4] + "AAAA"
for name, token in (("old", old_access), ("refresh", refresh), ("broken", broken)):
    try:
        JWTAuthentication().get_validated_token(str(token).encode())
    except InvalidToken as error:
        print(f"  {name:8}", error.detail["messages"][0]["message"])
