"""Settings of the board.

With no environment at all, it runs on this machine alone:
SQLite, memory as cache, tasks in process, e-mail on the console. Each variable below
switches one part to a real server; `config.environment` says what is wrong with one.
"""

from datetime import timedelta
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from config import environment as env
from config import logs
from config.caches import cache_settings

BASE_DIR = Path(__file__).resolve().parent.parent
_env = env.Environment()

# --- What kind of process this is ---------------------------------------------------
DEBUG = _env.read("DEBUG", env.boolean, True, example="true or false")
_PRODUCTION = not DEBUG
SECRET_KEY = _env.read(
    "SECRET_KEY",
    env.secret,
    "development-only: anybody can read this key in the repository",
    example='the output of: python -c "import secrets; print(secrets.token_urlsafe(50))"',
    required=_PRODUCTION,
)
ALLOWED_HOSTS = _env.read(
    "ALLOWED_HOSTS",
    env.words,
    ["localhost", "127.0.0.1", "[::1]"],
    example="board.example.org,www.board.example.org",
    required=_PRODUCTION,
)
CSRF_TRUSTED_ORIGINS: list[str] = _env.read(
    "CSRF_TRUSTED_ORIGINS", env.origins, [], example="https://board.example.org"
)
FRONTEND_URL = _env.read(
    "FRONTEND_URL",
    env.http_url,
    "http://localhost:5173",
    example="https://board.example.org (where links in e-mails lead)",
    required=_PRODUCTION,
)
PROXY_COUNT = _env.read(
    "PROXY_COUNT", env.natural, 0, example="1 (how many proxies stand in front)"
)
_HTTPS = _env.read(
    "HTTPS", env.boolean, _PRODUCTION, example="true, or false on a machine without TLS"
)

# --- Apps and what each request passes through --------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_filters",
    "rest_framework",
    "rest_framework.authtoken",
    "rest_framework_simplejwt.token_blacklist",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    # Last, so that our admin modules can take back what libraries register.
    "people",
    "projects",
    "notifications",
    "exports",
    "api",
    "graph",
]
if DEBUG and find_spec("graphene_django_graphiql_static"):
    INSTALLED_APPS.append("graphene_django_graphiql_static")  # GraphiQL, from our own host
MIDDLEWARE = [
    "config.middleware.RequestLogMiddleware",  # first: it times all the others
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",  # 304 for what has not changed
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Database -----------------------------------------------------------------------
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
_database: dict[str, Any] = _env.read(
    "DATABASE_URL",
    env.database,
    {"ENGINE": "django.db.backends.sqlite3", "NAME": str(BASE_DIR / "db.sqlite3")},
    example="postgres://user:password@host:5432/board or sqlite:////data/board.sqlite3",
    required=_PRODUCTION,
)
_database["CONN_MAX_AGE"] = _env.read(
    "CONN_MAX_AGE", env.natural, 60, example="60 (seconds that a connection is kept)"
)
if _database["ENGINE"].endswith("postgresql"):
    _database["CONN_HEALTH_CHECKS"] = True  # a restarted server costs no request an error
    _database["OPTIONS"] = {
        "connect_timeout": 5,
        # Milliseconds. A runaway query or a forgotten lock ends before it takes others along.
        "options": "-c statement_timeout=15000 -c lock_timeout=5000"
        " -c idle_in_transaction_session_timeout=30000",
    } | _database.get("OPTIONS", {})
else:
    _database["OPTIONS"] = {
        # Take the write lock when a transaction begins: what it reads cannot change
        # under it, which is what select_for_update does on PostgreSQL.
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        "timeout": 20,
    }
DATABASES = {"default": _database}

# --- Cache: REDIS_URL serves cache and task results, CACHE_URL the cache alone -------
_redis = env.server_url("redis", "rediss")
_redis_url = _env.read("REDIS_URL", _redis, "", example="redis://:password@host:6379")
_cache_url = _env.read(
    "CACHE_URL",
    _redis,
    urlsplit(_redis_url)._replace(path="/1").geturl() if _redis_url else "",
    example="redis://:password@host:6379/1",
)
CACHES = cache_settings(_cache_url, one_process=DEBUG)

# --- Tasks: without a broker they run in the process that calls them -----------------
CELERY_BROKER_URL = _env.read(
    "BROKER_URL",
    env.server_url("amqp", "amqps"),
    "memory://localhost/",
    example="amqp://user:password@host:5672/board",
)
CELERY_RESULT_BACKEND = _env.read(
    "RESULT_URL",
    _redis,
    urlsplit(_redis_url)._replace(path="/0").geturl() if _redis_url else "cache+memory://",
    example="redis://:password@host:6379/0",
)
CELERY_TASK_ALWAYS_EAGER = CELERY_BROKER_URL.startswith("memory:")
CELERY_TIMEZONE = "UTC"

# --- E-mail --------------------------------------------------------------------------
_email = _env.read(
    "EMAIL_URL",
    env.email,
    {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"},
    example="smtp+tls://user:password@host:587",
    required=_PRODUCTION,
)
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email.get("EMAIL_HOST", "localhost")
EMAIL_PORT = _email.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = _email.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _email.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = _env.read(
    "DEFAULT_FROM_EMAIL", str, "board@localhost", example="The board <board@example.org>"
)

# --- Accounts ------------------------------------------------------------------------
AUTH_USER_MODEL = "people.Person"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# --- REST and GraphQL ------------------------------------------------------------------
REST_FRAMEWORK: dict[str, Any] = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework_simplejwt.authentication.JWTAuthentication",
        "rest_framework.authentication.TokenAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["api.permissions.AnybodyReads"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["api.strict.StrictJSONParser"],
    "DEFAULT_SCHEMA_CLASS": "api.schema.BoardSchema",
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.NamespaceVersioning",
    "ALLOWED_VERSIONS": ["v1", "v2"],
    "EXCEPTION_HANDLER": "api.exceptions.exception_handler",
    "URL_FORMAT_OVERRIDE": None,  # the Accept header says it, not ?format=
    "DEFAULT_THROTTLE_CLASSES": [
        "api.throttles.AnonymousThrottle",
        "api.throttles.PersonThrottle",
        "api.throttles.ScopedThrottle",
    ],
    "DEFAULT_THROTTLE_RATES": {
        "anon": "120/min",
        "user": "600/min",
        "sign_in": "10/min",
        "sign_up": "20/hour",
        "password_reset": "10/hour",
        "join": "30/hour",
        "export": "10/hour",
    },
    "NUM_PROXIES": PROXY_COUNT,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SIMPLE_JWT = {
    "ACCESS_TOKEN_LIFETIME": timedelta(minutes=10),
    "REFRESH_TOKEN_LIFETIME": timedelta(days=7),
    "CHECK_REVOKE_TOKEN": True,  # a new password makes older tokens worthless
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "The board",
    "DESCRIPTION": "Find a project, join its team, follow its news.",
    "VERSION": None,  # the version of the URL is the version of the document
    "OAS_VERSION": "3.1.1",
    "COMPONENT_SPLIT_REQUEST": True,  # input and output of one name differ
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "POSTPROCESSING_HOOKS": ["api.schema.add_shared_components"],
    "SCHEMA_PATH_PREFIX": "/api/v[0-9]",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENABLE_DJANGO_DEPLOY_CHECK": False,  # it knows no versions; tests check both
    "SWAGGER_UI_DIST": "SIDECAR",  # from our own host
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
}

# Limits of one GraphQL request; graph/limits.py says what each one counts.
GRAPHQL = {
    "PAGE_SIZE": 20,
    "MAX_PAGE_SIZE": 100,
    "MAX_DEPTH": 12,
    "MAX_COST": 2_000,
    "MAX_ALIASES": 15,
    "MAX_TOKENS": 1_000,
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 64 * 1024  # bytes of a request body

# --- Language, time, files --------------------------------------------------------------
LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static"
# Where exports are kept: one folder that web and workers share and no address serves.
MEDIA_ROOT = Path(_env.read("MEDIA_ROOT", str, str(BASE_DIR / "media"), example="/data/media"))

# --- Logs --------------------------------------------------------------------------------
LOGGING = logs.configure(
    level=_env.read("LOG_LEVEL", env.log_level, "INFO", example="INFO"), as_json=_PRODUCTION
)

# --- What only production needs: HTTPS and nothing else, static files by gunicorn ----------
if _PRODUCTION and _HTTPS:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = ["^healthz$", "^readyz$"]  # asked from inside, without TLS
    SECURE_HSTS_SECONDS = int(timedelta(days=365).total_seconds())
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    if PROXY_COUNT:
        # Only behind a proxy that sets this header itself: else anybody could send it.
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
if _PRODUCTION:
    MIDDLEWARE.insert(
        MIDDLEWARE.index("django.middleware.security.SecurityMiddleware") + 1,
        "whitenoise.middleware.WhiteNoiseMiddleware",
    )
    STORAGES = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {
            # A hash of the content in each name: browsers may keep the file for ever.
            "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        },
    }

_env.check()
