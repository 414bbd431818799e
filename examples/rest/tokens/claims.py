# needs: board
import django

django.setup()

from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import AuthenticationFailed
from rest_framework_simplejwt.token_blacklist.models import BlacklistedToken, OutstandingToken
from rest_framework_simplejwt.tokens import RefreshToken

from people.models import Person

ada = Person.objects.get(email="ada1@example.org")
refresh = RefreshToken.for_user(ada)
for name, token in (("access", refresh.access_token), ("refresh", refresh)):
    minutes = round((token["exp"] - token["iat"]) / 60)
    print(f"{name:8} {minutes:>6,} minutes  {', '.join(sorted(token.payload))}")

print("stored:", OutstandingToken.objects.count(), "of the refresh kind, none of the access kind")
refresh.blacklist()
print("revoked:", BlacklistedToken.objects.count())

access = refresh.access_token
check = JWTAuthentication()
print("before the new password:", check.get_user(access))
ada.set_password("another sentence")
ada.save()
try:
    check.get_user(access)
except AuthenticationFailed as error:
    print("after it:", error.detail["detail"])
