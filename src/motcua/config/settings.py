"""Settings of the whole house: one file, read from few environment variables."""

import os
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from motcua.config.home import home, secret_key
from motcua.config.proxies import trusted

BASE = Path(__file__).resolve().parent.parent
HOME = home()


def _flag(name: str, *, default: bool) -> bool:
    value = os.environ.get(name)
    if value is None:
        return default
    if value not in {"0", "1"}:
        raise SystemExit(f"{name}: viết 0 hoặc 1. / {name}: write 0 or 1.")
    return value == "1"


def _count(name: str, *, default: int, most: int) -> int:
    value = os.environ.get(name, str(default))
    if not (value.isascii() and value.isdigit() and len(value) < 12 and 1 <= int(value) <= most):
        raise SystemExit(f"{name}: viết số từ 1 đến {most}. / {name}: write a number from 1 to {most}.")
    return int(value)


def _database(url: str) -> dict[str, object]:
    parts = urlsplit(url)
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/") or "motcua",
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": False,
        "OPTIONS": {**query, "server_side_binding": True, "prepare_threshold": 2},
    }


DEBUG = _flag("MOTCUA_DEBUG", default=False)
SECRET_KEY = secret_key(HOME)
ALLOWED_HOSTS = os.environ.get("MOTCUA_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
SECURE = _flag("MOTCUA_HTTPS", default=False)
TRUSTED_PROXIES = trusted(os.environ.get("MOTCUA_TRUSTED_PROXIES", ""))  # whose X-Forwarded-For is believed

DATABASES = {"default": _database(os.environ.get("DATABASE_URL", "postgresql:///motcua"))}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "motcua.accounts",  # before allauth: its templates are ours
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
    "motcua.ui",
    "motcua.tries",
    "motcua.ledger",
    "motcua.offices",
    "motcua.files",
    "motcua.promises",
    "motcua.procedures",
    "motcua.documents",
    "motcua.outages",
    "motcua.dossiers",
    "motcua.surveys",
    "motcua.feedback",
    "motcua.petitions",
    "motcua.figures",
    "motcua.notices",
    "motcua.forecast",
    "motcua.conduct",
    "motcua.watch",
    "motcua.checker",
    "motcua.desk",
    "motcua.portal",
    "motcua.api",
]

MIDDLEWARE = [
    "motcua.config.middleware.counting",
    "motcua.config.middleware.address",
    "motcua.config.middleware.machines",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "motcua.config.middleware.language",
    "motcua.config.middleware.switches",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "motcua.config.middleware.now",
    "motcua.config.middleware.actor",
    "motcua.config.middleware.refusals",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.csrf",
                "django.contrib.messages.context_processors.messages",
                "motcua.config.context.house",
            ],
        },
    }
]

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_ADAPTER = "motcua.accounts.views.Adapter"
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_SESSION_REMEMBER = False  # office computers are shared: closing the browser signs out
ACCOUNT_FORMS = {"login": "motcua.accounts.forms.SignIn", "reauthenticate": "motcua.accounts.forms.Again"}
MFA_ADAPTER = "motcua.accounts.views.TotpAdapter"
MFA_FORMS = {
    "authenticate": "motcua.accounts.forms.Code",
    "reauthenticate": "motcua.accounts.forms.AgainCode",
    "activate_totp": "motcua.accounts.forms.ActivateCode",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Một Cửa"
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/desk/"
ACCOUNT_LOGOUT_REDIRECT_URL = "/sign-in/"

# Counts failed sign-ins. Files, because all server processes of a ward run on one machine and must count together;
# a ward on several machines takes django.core.cache.backends.db instead.
CACHES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache", "LOCATION": HOME / "cache"}}

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [BASE / "locale"]
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_THOUSAND_SEPARATOR = False

STATIC_URL = "/static/"
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 3600
FILES_ROOT = HOME / "files"
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
DATA_UPLOAD_MAX_MEMORY_SIZE = 30 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 400  # whoever chooses every report of a province reads our sentence, not an empty 400
API_CALLS = _count("MOTCUA_API_CALLS", default=6000, most=10**9)  # a minute, for each machine in each server process

# How long an answer to an idempotency key holds. Ours, not law (2026): a counter that was cut off for a holiday of two
# weeks may still repeat its last requests; nobody repeats one after a month.
API_ANSWERS_DAYS = _count("MOTCUA_API_ANSWERS_DAYS", default=30, most=36_500)

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"

# Where residents find this house: in the letters and messages of the room `notices`.
PUBLIC_ADDRESS = os.environ.get("MOTCUA_ADDRESS", "http://localhost:8000")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
