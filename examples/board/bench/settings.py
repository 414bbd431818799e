"""The board as in production, with three differences that a benchmark needs."""

from config.settings import *  # noqa: F403
from config.settings import MIDDLEWARE, REST_FRAMEWORK

ROOT_URLCONF = "bench.urls"  # the naive view stands beside the board's
MIDDLEWARE = [*MIDDLEWARE, "bench.cold.forget_first"]
SECURE_SSL_REDIRECT = False  # the load comes from this machine, without TLS
# One client sends as much as it can: no limit should be what is measured.
REST_FRAMEWORK = REST_FRAMEWORK | {
    "DEFAULT_THROTTLE_RATES": dict.fromkeys(REST_FRAMEWORK.get("DEFAULT_THROTTLE_RATES", {}))
}
