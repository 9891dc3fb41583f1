"""The cast: one named person per role, two operators of two regencies, and strangers from another province.

Rina runs Jambi, Wayan the social agency; Budi reports for Kerinci, Sari for Merangin; Vera verifies; Nia
takes minutes; Pak Pimpin leads, Ani audits; Dewi belongs to Kalimantan Barat and must see nothing of what is
Jambi's own.
"""

import time

import pytest

from accounts.choices import Role, Scope
from accounts.sessions import BEGAN, SEEN
from tests import factories as make


@pytest.fixture
def jambi(db):
    return make.make_province("15", "Jambi")


@pytest.fixture
def kalbar(db):
    return make.make_province("61", "Kalimantan Barat")


@pytest.fixture
def kerinci(jambi):
    return make.make_regency("15.01", "Kerinci", province=jambi)


@pytest.fixture
def merangin(jambi):
    return make.make_regency("15.02", "Merangin", province=jambi)


@pytest.fixture
def sambas(kalbar):
    return make.make_regency("61.01", "Sambas", province=kalbar)


@pytest.fixture
def dinsos(jambi):
    return make.make_agency("15-dinsos", "Dinas Sosial Provinsi Jambi", parent=jambi)


@pytest.fixture
def kpm(dinsos, jambi):
    """Families that the social agency of Jambi counts: a figure that several sources name."""
    program = make.make_program("PKH", "PKH", short_name="PKH", agency=dinsos, owner=jambi)
    return make.make_indicator(
        program, "KPM", name="Penerima PKH", measure_unit="KPM", scale_min=None, scale_max=None, decimals=0
    )


def person(username, name, role, scope, unit=None, **user_fields):
    user = make.make_user(username, name=name, is_staff=True, **user_fields)
    make.make_assignment(user, role, unit=unit, scope=scope)
    return user


@pytest.fixture
def suri(db):
    """Superuser: every page, but no way round a rule."""
    return make.make_user("suri", name="Suri", is_staff=True, is_superuser=True)


@pytest.fixture
def rina(jambi):
    """Admin provinsi of Jambi."""
    return person("rina", "Rina", Role.PROVINCE_ADMIN, Scope.PROVINCE, jambi)


@pytest.fixture
def wayan(dinsos):
    """Admin instansi of Jambi's social agency."""
    return person("wayan", "Wayan", Role.AGENCY_ADMIN, Scope.OWN_PROGRAM, dinsos)


@pytest.fixture
def budi(kerinci):
    """Operator of Kerinci."""
    return person("budi", "Budi", Role.OPERATOR, Scope.OWN_UNIT, kerinci)


@pytest.fixture
def sari(merangin):
    """Operator of Merangin."""
    return person("sari", "Sari", Role.OPERATOR, Scope.OWN_UNIT, merangin)


@pytest.fixture
def vera(jambi):
    """Verifikator of Jambi."""
    return person("vera", "Vera", Role.VERIFIER, Scope.PROVINCE, jambi)


@pytest.fixture
def nia(jambi):
    """Notulis of Jambi."""
    return person("nia", "Nia", Role.MINUTE_TAKER, Scope.PROVINCE, jambi)


@pytest.fixture
def pimpin(jambi):
    """Pimpinan of Jambi: reads all, writes nothing."""
    return person("pimpin", "Pak Pimpin", Role.LEADER, Scope.PROVINCE, jambi)


@pytest.fixture
def ani(db):
    """APIP: reads all, the ledger too."""
    return person("ani", "Ani", Role.AUDITOR, Scope.ALL)


@pytest.fixture
def dewi(kalbar):
    """Admin provinsi of Kalimantan Barat: a stranger in Jambi."""
    return person("dewi", "Dewi", Role.PROVINCE_ADMIN, Scope.PROVINCE, kalbar)


@pytest.fixture
def logged_in(client):
    """`logged_in(user)` gives a client with that person's session."""

    def log_in(user):
        client.force_login(user)
        session = client.session
        session[BEGAN] = session[SEEN] = int(time.time())
        session.save()
        return client

    return log_in
