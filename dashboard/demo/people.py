"""The demo's accounts: one for each role and a few of the other province, each with a password of its own."""

import json
import os
import secrets
from concurrent.futures import ThreadPoolExecutor
from datetime import date

from django.conf import settings
from django.contrib.auth.hashers import make_password

from accounts.choices import Role, Scope
from accounts.models import User
from regions.models import Assignment, Unit

# username, name, role on screen where the role alone does not tell, role, scope, unit
CAST = (
    ("superuser", "Superuser Demo", "Superuser", None, None, None),
    ("admin-provinsi", "Admin Provinsi Jambi (demo)", None, Role.PROVINCE_ADMIN, Scope.PROVINCE, "15"),
    (
        "admin-instansi",
        "Admin Dinas Sosial Kalbar (demo)",
        None,
        Role.AGENCY_ADMIN,
        Scope.OWN_PROGRAM,
        "61-dinsos",
    ),
    ("operator", "Operator Kabupaten Kerinci (demo)", None, Role.OPERATOR, Scope.OWN_UNIT, "15.01"),
    ("verifikator", "Verifikator Provinsi Jambi (demo)", None, Role.VERIFIER, Scope.PROVINCE, "15"),
    ("notulis", "Notulis Provinsi Jambi (demo)", None, Role.MINUTE_TAKER, Scope.PROVINCE, "15"),
    ("pimpinan", "Pimpinan Provinsi Jambi (demo)", None, Role.LEADER, Scope.PROVINCE, "15"),
    ("apip", "APIP (demo)", None, Role.AUDITOR, Scope.ALL, None),
    (
        "operator-kalbar",
        "Operator Kabupaten Sambas (demo)",
        "Operator, Kalimantan Barat",
        Role.OPERATOR,
        Scope.OWN_UNIT,
        "61.01",
    ),
    (
        "verifikator-kalbar",
        "Verifikator Provinsi Kalimantan Barat (demo)",
        "Verifikator, Kalimantan Barat",
        Role.VERIFIER,
        Scope.PROVINCE,
        "61",
    ),
    (
        "admin-kemensos",
        "Admin Kementerian Sosial (demo)",
        "Admin instansi pusat",
        Role.AGENCY_ADMIN,
        Scope.OWN_PROGRAM,
        "kemensos",
    ),
)
USERNAMES = tuple(row[0] for row in CAST)


def make_people():
    """All accounts by username; their passwords go into the file that `make run` prints, and nowhere else."""
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=[row[5] for row in CAST if row[5]])}
    passwords = {username: secrets.token_urlsafe(9) for username in USERNAMES}
    with ThreadPoolExecutor() as pool:  # hashing is slow on purpose and holds no lock meanwhile
        hashed = dict(zip(passwords, pool.map(make_password, passwords.values()), strict=True))
    people, shown = {}, []
    for username, name, label, role, scope, code in CAST:
        user = User.objects.create(
            username=username,
            password=hashed[username],
            name=name,
            is_staff=True,
            is_superuser=role is None,
        )
        if role:
            Assignment.objects.create(
                user=user, role=role, scope=scope, unit=units.get(code), starts_on=date(2019, 1, 1)
            )
        people[username] = user
        shown.append(
            {"username": username, "role": label or str(role.label), "password": passwords[username]}
        )
    _keep(shown)
    return people


def _keep(accounts):
    path = settings.DEMO_ACCOUNTS_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    os.chmod(path, 0o600)
    path.write_text(json.dumps(accounts, indent=2, ensure_ascii=False), encoding="utf-8")
