from datetime import timedelta

import pytest
from django.utils import timezone

from tests import factories as make
from tests.dashboard.reading import read


@pytest.fixture
def page_of(logged_in):
    """`page_of(budi, "/kerja/")`: the page as that person reads it."""

    def open_page(person, address):
        return read(logged_in(person), address)

    return open_page


@pytest.fixture
def pks(db):
    """A program of two indicators: actions finished (whole), months until settled (the fewer the better)."""
    program = make.make_program("PKS", name="Penanganan konflik sosial", short_name="PKS")
    make.make_indicator(
        program, "AKSI", name="Aksi selesai", measure_unit="aksi", decimals=0, scale_min=None, scale_max=None
    )
    make.make_indicator(
        program,
        "LAMA",
        name="Lama penyelesaian",
        measure_unit="bulan",
        polarity="turun",
        definition="Rata-rata lama penyelesaian konflik.",
        scale_min=None,
        scale_max=None,
        decimals=3,
    )
    return program


@pytest.fixture
def draft(pks, kerinci):
    """Kerinci's draft of the caturwulan that ended in December 2022."""
    return make.make_report(kerinci, pks, make.make_period(2022, "B12"))


@pytest.fixture
def returned(draft, vera, budi):
    """Sent by Budi with one figure, and returned by Vera."""
    figure = make.make_measurement(draft, draft.program.indicators.get(code="AKSI"), 19)
    figure.chosen = make.make_observation(figure, 19, by=budi)
    figure.save()
    now = timezone.now()
    type(draft).objects.filter(pk=draft.pk).update(
        state="dikembalikan",
        submitted_at=now,
        submitted_by=budi,
        returned_at=now,
        returned_by=vera,
        returned_reason="19 melebihi jumlah aksi.",
    )
    draft.refresh_from_db()
    return draft


@pytest.fixture
def days():
    """`days(-6)`: six days ago."""
    return lambda number: timezone.localdate() + timedelta(days=number)


@pytest.fixture
def met(jambi):
    """A closed Rakor of Jambi with one outcome."""
    closed = {"state": "ditutup", "closed_by": make.make_user(), "closed_at": timezone.now()}
    rakor = make.make_rakor("Rakor lama", region=jambi, **closed)
    make.make_outcome(rakor)
    return rakor


@pytest.fixture
def owed(met, kerinci, days):
    """What Kerinci agreed to do by six days ago."""
    return make.make_follow_up(met.outcomes.get(), "Mendata ulang", kerinci, due_on=days(-6))


@pytest.fixture
def apart(pks, kerinci):
    """An accepted figure of Kerinci of which another source says more."""
    return make.make_apart(pks.indicators.get(code="AKSI"), kerinci, make.make_period(2023), 100, 110)
