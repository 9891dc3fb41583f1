"""What the environment may say, read kindly: a wrong variable is told in one paragraph with what to type."""

import hashlib
import ipaddress
from dataclasses import dataclass
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import environ
from django.core.exceptions import ImproperlyConfigured

SEALING = {
    "django.db.backends.sqlite3": "records.backends.sqlite3",
    "django.db.backends.postgresql": "records.backends.postgresql",
}
"""Django's backends and ours, which seal the ledger before each commit."""

ENGINES = {
    "django.db.backends.sqlite3": {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    },
    "django.db.backends.postgresql": {"connect_timeout": 5, "application_name": "rakor"},
}


@dataclass(frozen=True)
class Site:
    """The address people type; it decides about https, cookies and the hosts that are answered."""

    url: str
    host: str
    is_https: bool
    is_loopback: bool


def is_loopback(host):
    """Whether a host name or address can be reached from this machine only."""
    host = host.strip("[]").lower()
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def read_site(value):
    """`SITE_URL` as a Site; plain http is taken for this machine's own addresses only."""
    parts = urlsplit(value.rstrip("/"))
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.path or parts.query:
        raise ImproperlyConfigured(
            f'SITE_URL "{value}" bukan alamat situs. Tulis skema dan nama host saja, misalnya '
            "SITE_URL=https://rakor.contoh.go.id (a site address is a scheme and a host, nothing more)."
        )
    site = Site(
        url=f"{parts.scheme}://{parts.netloc}",
        host=parts.hostname,
        is_https=parts.scheme == "https",
        is_loopback=is_loopback(parts.hostname),
    )
    if not site.is_https and not site.is_loopback:
        raise ImproperlyConfigured(
            f"SITE_URL {site.url} memakai http biasa; kata sandi akan terbaca di jaringan. Tulis "
            f"SITE_URL=https://{parts.netloc} dan pasang TLS di proksi, lihat docs/operations.md "
            "(plain http is for 127.0.0.1 and localhost only)."
        )
    return site


def allowed_hosts(site):
    """The Host headers that are answered; every other one gets a 400."""
    if site.is_loopback:
        return ["127.0.0.1", "localhost", "[::1]", site.host]
    return [site.host]


def refuse_demo_in_the_open(site, bind_host):
    """Demo accounts have passwords printed on a screen: they stay on this machine."""
    if site.is_loopback and is_loopback(bind_host):
        return
    public = "rakor.contoh.go.id" if site.is_loopback else site.host
    raise ImproperlyConfigured(
        "Data dan akun demo hanya untuk komputer ini (127.0.0.1). Untuk melayani jaringan ketik: "
        f"make run DEMO=0 HOST={bind_host} SITE_URL=https://{public} (demo accounts stay on this machine)."
    )


def read_secret_key(value, path):
    """The key that signs sessions: from the environment, else from the file that `make run` writes once."""
    return _read_key("SECRET_KEY", value, path)


def read_ledger_key(value, path):
    """The key that seals the ledger. Kept like the other, but never replaced: it proves what was sealed."""
    return _read_key("LEDGER_KEY", value, path)


def _read_key(name, value, path):
    if not value and path.is_file():
        value = path.read_text(encoding="ascii").strip()
    if len(value) >= 50:
        return value
    said = f"{name} terlalu pendek" if value else f"{name} belum ada"
    raise ImproperlyConfigured(
        f"{said}: perlu sedikitnya 50 huruf acak. `make run` membuatnya sekali di {path}; tanpa make ketik: "
        "python deploy/start.py secret-key (a key of at least 50 random characters is needed)."
    )


def read_database(url, sqlite_file):
    """`DATABASE_URL` as Django's dict; empty means SQLite in `sqlite_file`."""
    url = url or f"sqlite:///{sqlite_file}"
    try:
        known = urlsplit(url).scheme in ("postgresql", "postgres", "sqlite")
        database = environ.Env.db_url_config(url) if known else {}
    except ValueError:
        database = {}
    engine = database.get("ENGINE")
    if engine not in ENGINES:
        raise ImproperlyConfigured(
            "DATABASE_URL tidak terbaca. Tulis DATABASE_URL=postgresql://nama:sandi@localhost:5432/rakor, "
            "atau kosongkan untuk SQLite (DATABASE_URL is postgresql://… or empty for SQLite)."
        )
    database["ENGINE"] = SEALING[engine]
    database["OPTIONS"] = ENGINES[engine] | database.get("OPTIONS", {})
    if engine.endswith("postgresql"):
        database |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
    return database


def read_proxies(value):
    """`FORWARDED_ALLOW_IPS` as addresses, networks, or `*`."""
    named = [one.strip() for one in value.split(",") if one.strip()]
    for one in named:
        try:
            one == "*" or ipaddress.ip_network(one, strict=False)
        except ValueError:
            raise ImproperlyConfigured(
                f'FORWARDED_ALLOW_IPS "{one}" bukan alamat. Tulis alamat proksi, dipisahkan koma, misalnya '
                "127.0.0.1,10.0.0.5 (addresses of proxies, separated by commas)."
            ) from None
    return named


def read_email(url):
    """`EMAIL_URL` as Django's settings; empty where no mail is set up."""
    if not url:
        return {}
    try:
        read = environ.Env.email_url_config(url)
    except (ValueError, ImproperlyConfigured):
        # Not the reader's own words: they would quote the password.
        raise ImproperlyConfigured(
            "EMAIL_URL tidak terbaca. Tulis EMAIL_URL=smtp+tls://nama:sandi@surel.contoh.go.id:587, atau "
            "kosongkan (EMAIL_URL is smtp+tls://… or empty)."
        ) from None
    return {name: setting for name, setting in read.items() if setting and name.startswith("EMAIL_")}


def accounts_file(url):
    """The name of the file with the demo's accounts; one for each database."""
    mark = f"-{hashlib.sha256(url.encode()).hexdigest()[:8]}" if url else ""
    return f"demo-accounts{mark}.json"


def read_time_zone(value):
    """`TIME_ZONE`, checked against the zones this machine knows."""
    try:
        ZoneInfo(value)
    except (ValueError, OSError, KeyError):
        raise ImproperlyConfigured(
            f'TIME_ZONE "{value}" tidak dikenal. Pakai Asia/Jakarta, Asia/Makassar atau Asia/Jayapura '
            "(an unknown time zone)."
        ) from None
    return value


def read_flag(env, name):
    """A yes-or-no variable; anything but 1, 0 and their usual spellings is refused, not guessed."""
    value = env.str(name, default="").strip().lower()
    if value in ("1", "true", "yes", "on", "ya"):
        return True
    if value in ("", "0", "false", "no", "off", "tidak"):
        return False
    raise ImproperlyConfigured(f'{name} "{value}" tidak terbaca: tulis {name}=1 atau {name}=0 (1 or 0).')
