"""People besides the cast, with assignments that are easily got wrong, and the agencies they work for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.choices import Role, Scope
from tests import factories as make
from tests.cast import person


def days(number):
    return timezone.localdate() + timedelta(days=number)


# Places.


@pytest.fixture
def kesbangpol(jambi):
    return make.make_agency("15-kesbangpol", "Badan Kesbangpol Provinsi Jambi", parent=jambi)


@pytest.fixture
def dinsos_kalbar(kalbar):
    return make.make_agency("61-dinsos", "Dinas Sosial Provinsi Kalimantan Barat", parent=kalbar)


@pytest.fixture
def budis_work(budi):
    return budi.assignments.get()


# People besides the cast.


@pytest.fixture
def kesna(kesbangpol):
    """Admin instansi of Jambi's Kesbangpol: a colleague of Wayan's, with programs of her own."""
    return person("kesna", "Kesna", Role.AGENCY_ADMIN, Scope.OWN_PROGRAM, kesbangpol)


@pytest.fixture
def kasih(dinsos_kalbar):
    """Admin instansi of Kalimantan Barat's social agency."""
    return person("kasih", "Kasih", Role.AGENCY_ADMIN, Scope.OWN_PROGRAM, dinsos_kalbar)


@pytest.fixture
def ipung(jambi):
    """APIP of Jambi only."""
    return person("ipung", "Ipung", Role.AUDITOR, Scope.PROVINCE, jambi)


@pytest.fixture
def valen(jambi):
    """A second verifikator of Jambi."""
    return person("valen", "Valen", Role.VERIFIER, Scope.PROVINCE, jambi)


@pytest.fixture
def vivi(kerinci, kalbar):
    """Operator of Kerinci who verifies in Kalimantan Barat."""
    user = person("vivi", "Vivi", Role.OPERATOR, Scope.OWN_UNIT, kerinci)
    make.make_assignment(user, Role.VERIFIER, unit=kalbar, scope=Scope.PROVINCE)
    return user


@pytest.fixture
def mira(kerinci, jambi):
    """Operator of Kerinci who verifies in all of Jambi."""
    user = person("mira", "Mira", Role.OPERATOR, Scope.OWN_UNIT, kerinci)
    make.make_assignment(user, Role.VERIFIER, unit=jambi, scope=Scope.PROVINCE)
    return user


@pytest.fixture
def nara(secret_rakor):
    """Notulis of one Rakor, while its committee works."""
    return committee("nara", secret_rakor, days(-3), days(3))


@pytest.fixture
def noto(secret_rakor):
    """Notulis of the same Rakor, whose committee ended yesterday."""
    return committee("noto", secret_rakor, days(-9), days(-1))


def committee(username, rakor, starts_on, ends_on):
    user = make.make_user(username, name=username.title(), is_staff=True)
    make.make_assignment(
        user,
        Role.MINUTE_TAKER,
        scope=Scope.THIS_RAKOR,
        object_ref=f"meetings.rakor:{rakor.pk}",
        starts_on=starts_on,
        ends_on=ends_on,
    )
    return user


def operator_of(unit, username, **assignment):
    user = make.make_user(username, name=username.title(), is_staff=True)
    make.make_assignment(user, Role.OPERATOR, unit=unit, **assignment)
    return user


@pytest.fixture
def lama(kerinci):
    """Operator of Kerinci until yesterday."""
    return operator_of(kerinci, "lama", ends_on=days(-1))


@pytest.fixture
def esok(kerinci):
    """Operator of Kerinci from tomorrow."""
    return operator_of(kerinci, "esok", starts_on=days(1))


@pytest.fixture
def akhir(kerinci):
    """Operator of Kerinci, today for the last time."""
    return operator_of(kerinci, "akhir", ends_on=days(0))


@pytest.fixture
def tutup(kerinci):
    """Operator of Kerinci whose account was closed."""
    user = operator_of(kerinci, "tutup")
    user.is_active = False
    user.save()
    return user


@pytest.fixture
def baru(db):
    """An account to which nobody has assigned anything."""
    return make.make_user("baru", name="Baru", is_staff=True)
