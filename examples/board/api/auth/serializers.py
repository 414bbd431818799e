"""What signing up, in and out takes and answers."""

from rest_framework import serializers

from api.strict import StrictSerializer
from people.models import Person


class NewAccount(StrictSerializer):
    """What creates an account."""

    email = serializers.EmailField(max_length=254)
    name = serializers.CharField(max_length=80)
    password = serializers.CharField(max_length=128, min_length=8, trim_whitespace=False)
    role = serializers.ChoiceField(Person.Role.choices, required=False)


class Credentials(StrictSerializer):
    """Who signs in."""

    # Not an EmailField: a text that is no address fails like any other wrong one.
    email = serializers.CharField(max_length=254)
    password = serializers.CharField(max_length=128, trim_whitespace=False)


class EmailAddress(StrictSerializer):
    """Where to send a link."""

    email = serializers.EmailField(max_length=254)


class MailedToken(StrictSerializer):
    """What the link in a mail carries."""

    token = serializers.CharField(max_length=500)


class NewPassword(MailedToken):
    """A mailed token and the password to set."""

    password = serializers.CharField(max_length=128, min_length=8, trim_whitespace=False)


class Jwt(StrictSerializer):
    """An access or refresh token."""

    token = serializers.CharField(max_length=2000)


class Refresh(StrictSerializer):
    """A refresh token."""

    refresh = serializers.CharField(max_length=2000)


class SignOut(StrictSerializer):
    """A refresh token to revoke; needed where the request is signed in by JWT."""

    refresh = serializers.CharField(max_length=2000, required=False)


class JwtPair(serializers.Serializer[dict[str, str]]):
    """An access token for ten minutes, and what to get the next one with."""

    access = serializers.CharField()
    refresh = serializers.CharField()


class TokenShown(serializers.Serializer[dict[str, str]]):
    """A token that lasts until it is revoked."""

    token = serializers.CharField()
