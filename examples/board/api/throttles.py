"""How often anybody may ask. The rates are settings, read at each request.

While the cache is away, each process counts for itself (see `config.caches`): a limit
that is too generous for a minute is better than a door that is shut.
"""

from typing import TYPE_CHECKING, Any, cast

from rest_framework import throttling
from rest_framework.request import Request
from rest_framework.settings import api_settings

if TYPE_CHECKING:  # REST framework imports this module while it defines APIView
    from rest_framework.views import APIView


class _RatesFromSettings(throttling.SimpleRateThrottle):
    """REST framework reads the rates once, at import; tests and benchmarks change them."""

    def get_rate(self) -> str | None:
        """Return the rate of now; None means no limit."""
        self.THROTTLE_RATES = cast(Any, api_settings.DEFAULT_THROTTLE_RATES)
        return super().get_rate()


class AnonymousThrottle(_RatesFromSettings, throttling.AnonRateThrottle):
    """`anon`: all requests from one address without credentials."""


class PersonThrottle(_RatesFromSettings, throttling.UserRateThrottle):
    """`user`: all requests of one person."""

    def get_cache_key(self, request: Request, view: "APIView") -> str | None:
        """Leave people without credentials to the other throttle."""
        return super().get_cache_key(request, view) if request.user.is_authenticated else None


class ScopedThrottle(_RatesFromSettings, throttling.ScopedRateThrottle):
    """What can be abused: `sign_in`, `sign_up`, `password_reset` and `join`."""
