"""Settings, one file. The environment (or `.env`) decides; `.env.example` explains each variable."""

import os
from datetime import timedelta
from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from rakor import environment
from rakor.unfold import UNFOLD  # noqa: F401  the admin's looks and menu

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
env.read_env(os.environ.get("ENV_FILE", BASE_DIR / ".env"), encoding="utf-8")

# What this installation has of its own: database, files, key. Never in the repository.
VAR_DIR = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var").resolve()

SITE = environment.read_site(env.str("SITE_URL", default="") or "http://127.0.0.1:8000")
SITE_URL = SITE.url

# The demo has its own database and files (see docs/operations.md) and never leaves this machine.
DEMO = environment.read_flag(env, "DEMO")
if DEMO:
    environment.refuse_demo_in_the_open(SITE, env.str("HOST", default="") or "127.0.0.1")

SECRET_KEY = environment.read_secret_key(env.str("SECRET_KEY", default=""), VAR_DIR / "secret-key")

# Seals the ledger (docs/ledger.md); outside the database, or it would prove nothing.
LEDGER_KEY = environment.read_ledger_key(env.str("LEDGER_KEY", default=""), VAR_DIR / "ledger-key")
LEDGER_ANCHORS_FILE = VAR_DIR / ("demo-ledger-anchors.log" if DEMO else "ledger-anchors.log")

DEBUG = environment.read_flag(env, "DEBUG")
ALLOWED_HOSTS = environment.allowed_hosts(SITE)
CSRF_TRUSTED_ORIGINS = [SITE_URL]

# Applications: lowest room last to import, first to be named.

INSTALLED_APPS = [
    "unfold",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.import_export",
    "django.contrib.admin",
    "records",  # before auth, whose commands that make accounts it completes with the ledger's lines
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "import_export",
    "django_filters",
    "csp",
    "axes",
    "accounts",
    "regions",
    "programs",
    "meetings",
    "evaluations",
    "dashboard",
]

MIDDLEWARE = [
    "rakor.security.SecurityHeaders",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "rakor.language.StoredLanguage",
    "rakor.security.ReadableRequest",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "accounts.doorkeeper.Doorkeeper",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "records.middleware.RequestIdMiddleware",
    "regions.doorway.gate.Gate",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "rakor.urls"
WSGI_APPLICATION = "rakor.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rakor.context.site",
            ],
        },
    },
]

# Database: SQLite unless DATABASE_URL says PostgreSQL. The demo's file stands apart from the office's.

DATABASE_URL = env.str("DATABASE_URL", default="")
DATABASES = {
    "default": environment.read_database(
        DATABASE_URL, VAR_DIR / ("demo.sqlite3" if DEMO else "rakor.sqlite3")
    )
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# People.

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["regions.access.AssignmentBackend"]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "work:today"
LOGOUT_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "accounts.validators.NoIdentityNumber"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "accounts.validators.IndonesianFavourites"},
    {"NAME": "regions.doorway.forms.NoNameOfOwn"},
]
PASSWORD_RESET_TIMEOUT = (
    3 * 24 * 3600
)  # the longest a link may live; accounts/links.py says how long each does

# Guessing passwords (accounts/attempts.py): counted by account and address, forgotten after the cool-off.

AXES_HANDLER = "accounts.attempts.AttemptHandler"
AXES_LOCKOUT_CALLABLE = "rakor.errors.locked_out"
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False
# Whose X-Forwarded-For is believed; the same proxies as deploy/gunicorn.conf.py believes.
TRUSTED_PROXIES = environment.read_proxies(env.str("FORWARDED_ALLOW_IPS", default="") or "127.0.0.1,::1")

# Sessions: eight hours without use, seven days at most (accounts/sessions.py).

SESSION_COOKIE_AGE = 8 * 3600
SESSION_LONGEST_AGE = timedelta(days=7)

# Letters. Without EMAIL_URL none are sent, and the pages say whom to ask instead.

EMAIL = environment.read_email(env.str("EMAIL_URL", default=""))
SENDS_MAIL = bool(EMAIL)
vars().update(EMAIL)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="") or f"rakor@{SITE.host}"

# `load_demo` writes [{"username", "role", "password"}] here, mode 600; `make run` prints it.
DEMO_ACCOUNTS_FILE = VAR_DIR / environment.accounts_file(DATABASE_URL)

# Language and time. Only a stored choice changes the language (rakor/language.py).

LANGUAGE_CODE = "id"
LANGUAGES = [("id", _("Bahasa Indonesia")), ("en", _("Inggris"))]
LANGUAGE_COOKIE_NAME = "bahasa"
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = SITE.is_https
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["rakor.formats"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = environment.read_time_zone(env.str("TIME_ZONE", default="") or "Asia/Jakarta")

# Files. What people upload lies outside every served folder; views hand it out after asking who may see it.

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / ("demo-media" if DEMO else "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    # Sheets between upload and confirm: private, and never in a temporary folder that others can write.
    "import_export": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": VAR_DIR / "imports"},
    },
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
# All of one request: a few papers of 20 MB each. The proxy in front must let as much through.
REQUEST_MAX_SIZE = 64 * 1024 * 1024

# Safety. SITE_URL decides about https; docs/operations.md says what the proxy in front must send.

SECURE_SSL_REDIRECT = SITE.is_https
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if SITE.is_https else 0
SESSION_COOKIE_SECURE = SITE.is_https
CSRF_COOKIE_SECURE = SITE.is_https
# Browsers take a cookie of such a name from this very host only: no other site of the office can plant one.
SESSION_COOKIE_NAME = "__Host-sesi" if SITE.is_https else "sesi"
CSRF_COOKIE_NAME = "__Host-csrf" if SITE.is_https else "csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "rakor.errors.csrf_failure"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SILENCED_SYSTEM_CHECKS = [
    # HSTS for subdomains and its preload list would bind other sites of the same office, which are not ours.
    "security.W005",
    "security.W021",
]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}

# Sheets in and out through the admin: each needs its own permission, whole sheet or nothing.

IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "import"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "export"
IMPORT_EXPORT_TMP_STORAGE_CLASS = "import_export.tmp_storages.MediaStorage"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
IMPORT_EXPORT_ESCAPE_ILLEGAL_CHARS_ON_EXPORT = True

# The information officer (PPID) named in every footer.

PPID = {
    "name": env.str("PPID_NAME", default=""),
    "address": env.str("PPID_ADDRESS", default=""),
    "email": env.str("PPID_EMAIL", default=""),
    "phone": env.str("PPID_PHONE", default=""),
    "url": env.str("PPID_URL", default=""),
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "rakor.logs.PlainFormatter"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        # Django's own handlers would mail administrators and print twice.
        "django": {"handlers": [], "level": "WARNING", "propagate": True},
        # An address that does not exist is the visitor's affair; what breaks here is told.
        "django.request": {"level": "ERROR"},
    },
}
