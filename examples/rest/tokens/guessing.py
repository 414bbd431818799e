# needs: board
import django

django.setup()

from collections import Counter

from django.core.cache import cache
from rest_framework.test import APIClient

cache.clear()  # here the throttle counts; begin at zero
client = APIClient(SERVER_NAME="localhost")


def sign_in(password: str, **headers: str) -> int:
    body = {"email": "ada1@example.org", "password": password}
    return client.post("/api/v2/auth/jwt/", body, format="json", headers=headers).status_code


print("15 guesses:", dict(Counter(sign_in(f"guess {number}") for number in range(15))))
print("then the right password:", sign_in("build-it-together"))
print("with a made-up address:", sign_in("guess", X_Forwarded_For="203.0.113.9"))
