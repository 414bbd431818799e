from datetime import timedelta

from django.conf import settings
from django.http import HttpResponse

settings.configure()

response = HttpResponse(status=204)
response.set_cookie(
    "refresh",
    "the-refresh-token",
    max_age=timedelta(days=7),
    path="/api/v2/auth/",  # sent to these addresses alone
    secure=True,  # over HTTPS only
    httponly=True,  # no JavaScript can read it
    samesite="Strict",  # not sent when another site makes the request
)
for part in response.cookies["refresh"].OutputString().split("; "):
    print(part if not part.startswith("expires") else "expires=in seven days")

response.delete_cookie("refresh", path="/api/v2/auth/", samesite="Strict")
print("signing out:", response.cookies["refresh"]["max-age"], response.cookies["refresh"]["path"])
