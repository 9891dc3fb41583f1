"""The demo's accounts: one for each role, with a password of this installation's own."""

import json
import os
import secrets
from datetime import date

from django.conf import settings

from accounts.choices import Role, Scope
from accounts.models import User
from regions.models import Assignment, Unit

# username, name, role on screen, role, scope, unit
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
)
USERNAMES = tuple(row[0] for row in CAST)


def make_people():
    """All accounts by username; their passwords go into the file that `make run` prints, and nowhere else."""
    units = {unit.code: unit for unit in Unit.objects.filter(code__in=[row[5] for row in CAST if row[5]])}
    people, shown = {}, []
    for username, name, label, role, scope, code in CAST:
        password = secrets.token_urlsafe(9)
        user = User.objects.create_user(
            username, password=password, name=name, is_staff=True, is_superuser=role is None
        )
        if role:
            Assignment.objects.create(
                user=user, role=role, scope=scope, unit=units.get(code), starts_on=date(2019, 1, 1)
            )
        people[username] = user
        shown.append({"username": username, "role": label or str(role.label), "password": password})
    _keep(shown)
    return people


def _keep(accounts):
    path = settings.DEMO_ACCOUNTS_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=True)
    os.chmod(path, 0o600)
    path.write_text(json.dumps(accounts, indent=2, ensure_ascii=False), encoding="utf-8")
