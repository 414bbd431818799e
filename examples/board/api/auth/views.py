"""Signing up, in and out, by two kinds of tokens.

A JWT pair is for people: the access token lasts minutes and is stored nowhere, the
refresh token works once and gives the next pair. A DRF token is
for programs: one row in the database, good until it is revoked.
"""

from typing import Any, cast

from django.contrib.auth import authenticate
from rest_framework import exceptions
from rest_framework.authtoken.models import Token
from rest_framework.decorators import action
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken, TokenError
from rest_framework_simplejwt.tokens import AccessToken, RefreshToken
from rest_framework_simplejwt.tokens import Token as AnyJwt

from api.auth import serializers
from api.v1.serializers import MeSerializer
from api.views import BoardViewSet, no_content
from notifications.digests import unsubscribe
from people import services
from people.models import Person
from projects.errors import Invalid

# Most of these are for people who cannot sign in yet; the others say so.
SIGNED_IN: dict[str, Any] = {
    "authentication_classes": api_settings.DEFAULT_AUTHENTICATION_CLASSES,
    "permission_classes": [IsAuthenticated],
}


class AuthViewSet(BoardViewSet):
    """Accounts and tokens."""

    authentication_classes = ()
    permission_classes = []
    inputs = {
        "sign_up": serializers.NewAccount,
        "verify_email": serializers.MailedToken,
        "password_reset": serializers.EmailAddress,
        "password_reset_confirm": serializers.NewPassword,
        "jwt": serializers.Credentials,
        "jwt_refresh": serializers.Refresh,
        "jwt_verify": serializers.Jwt,
        "token": serializers.Credentials,
        "unsubscribe": serializers.MailedToken,
        "logout": serializers.SignOut,
    }
    outputs = {
        "sign_up": (201, MeSerializer),
        "verify_email": (204, None),
        "password_reset": (202, None),
        "password_reset_confirm": (204, None),
        "jwt": (200, serializers.JwtPair),
        "jwt_refresh": (200, serializers.JwtPair),
        "jwt_verify": (204, None),
        "token": (200, serializers.TokenShown),
        "token_revoke": (204, None),
        "unsubscribe": (204, None),
        "logout": (204, None),
    }
    problems = {
        "sign_up": (409,),
        "jwt": (401,),
        "jwt_refresh": (401,),
        "jwt_verify": (401,),
        "token": (401,),
    }

    def get_authenticate_header(self, request: Request) -> str:
        """Name a scheme, or REST framework would answer 403 where 401 is meant."""
        return 'Bearer realm="api"'

    @action(detail=False, methods=["post"], url_path="sign-up", throttle_scope="sign_up")
    def sign_up(self, request: Request) -> Response:
        """Create an account; a link to verify the address goes out by mail."""
        person = services.sign_up(**self.checked())
        return Response(MeSerializer(person).data, status=201)

    @action(detail=False, methods=["post"], url_path="verify-email", throttle_scope="sign_in")
    def verify_email(self, request: Request) -> Response:
        """Verify an address with the token from the mail."""
        services.verify_email(**self.checked())
        return no_content()

    @action(
        detail=False, methods=["post"], url_path="password-reset", throttle_scope="password_reset"
    )
    def password_reset(self, request: Request) -> Response:
        """Ask for a link to set a new password; the answer never tells who has an account."""
        services.request_password_reset(**self.checked())
        return Response(status=202)

    @action(
        detail=False,
        methods=["post"],
        url_path="password-reset/confirm",
        throttle_scope="password_reset",
    )
    def password_reset_confirm(self, request: Request) -> Response:
        """Set a new password with the token from the mail; all other sign-ins end."""
        services.reset_password(**self.checked())
        return no_content()

    @action(detail=False, methods=["post"], throttle_scope="sign_in")
    def jwt(self, request: Request) -> Response:
        """Sign in for a JWT pair."""
        return Response(_pair(self._sign_in(request)))

    @action(detail=False, methods=["post"], url_path="jwt/refresh", throttle_scope="sign_in")
    def jwt_refresh(self, request: Request) -> Response:
        """Get the next pair; the refresh token that was sent works no more."""
        refresh = _parsed(self.checked()["refresh"], RefreshToken)
        person = _person_of(refresh)
        _, first = refresh.blacklist()
        if not first:  # two requests at once brought the same token
            raise InvalidToken
        return Response(_pair(person))

    @action(detail=False, methods=["post"], url_path="jwt/verify", throttle_scope="sign_in")
    def jwt_verify(self, request: Request) -> Response:
        """Check whether a token still works."""
        _person_of(_parsed(self.checked()["token"], AccessToken, RefreshToken))
        return no_content()

    @action(detail=False, methods=["post"], throttle_scope="sign_in")
    def token(self, request: Request) -> Response:
        """Get the token for programs; there is one for each person."""
        token, _ = Token.objects.get_or_create(user=self._sign_in(request))
        return Response({"token": token.key})

    @action(detail=False, methods=["post"], url_path="token/revoke", **SIGNED_IN)
    def token_revoke(self, request: Request) -> Response:
        """Revoke the token for programs."""
        Token.objects.filter(user=self.person).delete()
        return no_content()

    @action(detail=False, methods=["post"], throttle_scope="sign_in")
    def unsubscribe(self, request: Request) -> Response:
        """End the digest with the token from its mail."""
        unsubscribe(**self.checked())
        return no_content()

    @action(detail=False, methods=["post"], **SIGNED_IN)
    def logout(self, request: Request) -> Response:
        """Revoke what you are signed in with."""
        data = self.checked()
        if "refresh" in data:
            refresh = _parsed(data["refresh"], RefreshToken)
            if _person_of(refresh) != request.user:
                raise Invalid("This token is somebody else's.", field="refresh")
            refresh.blacklist()
        elif not isinstance(request.auth, Token):
            raise Invalid("Send the refresh token to revoke.", code="required", field="refresh")
        if isinstance(request.auth, Token):
            request.auth.delete()
        return no_content()

    def _sign_in(self, request: Request) -> Person:
        data = self.checked()
        person = authenticate(request._request, username=data["email"], password=data["password"])
        if not isinstance(person, Person):
            raise exceptions.AuthenticationFailed(
                "Address or password is wrong.", "wrong_credentials"
            )
        return person


def _pair(person: Person) -> dict[str, str]:
    refresh = RefreshToken.for_user(person)
    return {"access": str(refresh.access_token), "refresh": str(refresh)}


def _parsed(text: str, *kinds: type[AnyJwt]) -> Any:
    """Return the token, if it is of one of these kinds, ours, in time and not revoked."""
    for kind in kinds:
        try:
            return kind(text)  # type: ignore[arg-type]  # the stub forgets text
        except TokenError:
            continue
    raise InvalidToken


def _person_of(token: AnyJwt) -> Person:
    """Return whose token it is; after a new password, the old tokens are nobody's."""
    return cast(Person, JWTAuthentication().get_user(token))
