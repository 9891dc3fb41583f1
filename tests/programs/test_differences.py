"""Whoever adds or takes back what a source said leaves the figure's difference as it now stands."""

from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from programs.actions import record_observation
from programs.batches import retract_batch
from programs.differences import recompare
from programs.entering import Entry, Fact, enter_figures
from programs.importing import import_sheet
from programs.models import Comparison, Difference, Measurement, Observation
from records.models import Change, ImportBatch
from tests import factories as make
from tests.programs.sheets import row, sheet

pytestmark = pytest.mark.django_db

Q1 = (2024, "TW1")


@pytest.fixture
def say(kerinci, pkh, rina):
    """`say(7812, siks)`: what a source says of Kerinci's PKH in the first quarter of 2024."""

    def record(value, source, by=rina, **details):
        where = {"unit": kerinci, "indicator": pkh, "period": make.make_period(*Q1)}
        return record_observation(**where, source=source, value=value, by=by, **details)

    return record


def stands():
    return Difference.objects.get()


def pairs():
    return {one.other.source.name: (one.verdict, one.gap) for one in Comparison.objects.all()}


def test_one_source_alone_makes_no_difference(say, siks):
    say(7812, siks)
    say(7813, siks)
    assert not Difference.objects.exists()


def test_a_second_source_past_the_tolerance_opens_one(say, siks, dinsos_kerinci, rina):
    say(11517, dinsos_kerinci)
    say(11940, siks)
    difference = stands()
    assert (difference.state, difference.gap, str(difference.gap_percent)) == ("terbuka", -423, "3.5427")
    assert (difference.likely_cause, difference.version) == ("parsial", 1)
    assert timezone.now() - difference.opened_at < timezone.timedelta(minutes=1)
    assert pairs() == {"Dinsos Kab. Kerinci": ("selisih", -423)}
    line = Change.objects.about(difference).get()
    assert (line.action, line.by, line.pairs["state"]) == ("buat", rina, ["", "terbuka"])


def test_inside_the_tolerance_they_are_in_sync(say, siks, dinsos_kerinci):
    say(7790, dinsos_kerinci)
    say(7812, siks)
    assert (stands().state, stands().gap, stands().opened_at) == ("sinkron", -22, None)
    assert pairs() == {"Dinsos Kab. Kerinci": ("dalam_toleransi", -22)}


@pytest.mark.parametrize(
    ("details", "verdict"),
    [({"measure_unit": "jiwa"}, "beda_satuan"), ({"cut_off_on": date(2024, 2, 29)}, "beda_tanggal")],
)
def test_another_unit_or_date_is_kept_beside_and_not_compared(say, siks, dinsos_kerinci, details, verdict):
    say(7812, siks, cut_off_on=date(2024, 1, 31))
    say(33207, dinsos_kerinci, **details)
    assert (stands().state, stands().gap, stands().opened_at) == ("tidak_setara", None, None)
    assert pairs() == {"Dinsos Kab. Kerinci": (verdict, None)}
    assert Measurement.objects.get().value == 7812


def test_a_source_that_says_the_same_again_writes_nothing(say, siks, dinsos_kerinci):
    first = say(7812, siks)
    beside = say(7600, dinsos_kerinci)
    written = Change.objects.count(), Observation.objects.count()
    assert (say(7812, siks), say(7600, dinsos_kerinci)) == (first, beside)
    assert (Change.objects.count(), Observation.objects.count()) == written
    assert stands().version == 1


def test_a_third_source_is_a_new_version_even_where_the_gap_stays(say, siks, dinsos_kerinci):
    say(7812, siks)
    say(7600, dinsos_kerinci)
    say(7812, make.make_source("Dinsos Provinsi Jambi"))
    assert (stands().version, stands().gap, len(pairs())) == (2, -212, 2)
    assert Change.objects.about(stands()).first().pairs == {"version": ["1", "2"]}


class TestSince:
    def test_an_open_one_keeps_its_day_while_it_stays_open(self, say, siks, dinsos_kerinci):
        say(7812, siks)
        say(7600, dinsos_kerinci)
        since = stands().opened_at
        say(7500, dinsos_kerinci)
        assert (stands().state, stands().gap, stands().opened_at) == ("terbuka", -312, since)

    def test_closed_and_open_again_it_counts_anew(self, say, siks, dinsos_kerinci):
        say(7812, siks)
        say(7600, dinsos_kerinci)
        since = stands().opened_at
        say(7810, dinsos_kerinci)
        assert (stands().state, stands().opened_at) == ("sinkron", None)
        say(7600, dinsos_kerinci)
        assert stands().opened_at > since


class TestCarried:
    @pytest.fixture
    def carried(self, say, siks, dinsos_kerinci, rina):
        say(7812, siks)
        say(7600, dinsos_kerinci)
        to_a_rakor = {"state": "dibawa", "carried_at": timezone.now(), "carried_by": rina}
        Difference.objects.update(**to_a_rakor)
        return stands()

    def test_it_stays_carried_while_they_are_apart(self, carried, say, dinsos_kerinci, rina):
        say(7500, dinsos_kerinci)
        assert (stands().state, stands().carried_by, stands().opened_at) == (
            "dibawa",
            rina,
            carried.opened_at,
        )

    def test_it_is_in_sync_once_they_agree(self, carried, say, dinsos_kerinci):
        say(7812, dinsos_kerinci)
        assert (stands().state, stands().carried_by, stands().carried_at) == ("sinkron", None, None)


class TestEveryAct:
    """Import, form, and taking back: each leaves the difference as it then stands."""

    def sheet(self, value, source):
        return sheet(row(value=value, indicator="PKH-KPM", year="2024", period="TW1", source=source))

    @pytest.fixture
    def imported(self, kerinci, pkh, siks, rina):
        import_sheet(self.sheet("7812", siks.name), "kemensos.csv", by=rina)
        import_sheet(self.sheet("7600", "Dinsos"), "dinsos.csv", by=rina)
        return ImportBatch.objects.first()

    def test_an_import_opens_it_under_its_own_number(self, imported):
        assert stands().state == "terbuka"
        assert Change.objects.about(stands()).get().batch == imported

    def test_taking_it_back_leaves_one_source_and_no_gap(self, imported, rina):
        retract_batch(imported, by=rina, reason="Salah berkas.")
        assert (stands().state, stands().gap, pairs()) == ("sinkron", None, {})
        assert not Difference.objects.compared().exists()
        line = Change.objects.about(stands()).first()
        assert (line.action, line.reason, line.batch) == ("cabut", "Salah berkas.", imported)

    def test_a_form_opens_it_too(self, say, siks, kerinci, pkh, budi):
        report = make.make_report(kerinci, pkh.program, make.make_period(*Q1))
        enter_figures(report, [Entry(pkh, Fact("value", Decimal(7600)))], by=budi)
        say(7812, siks)
        assert stands().state == "terbuka"
        report.refresh_from_db()
        seen = Measurement.objects.get().chosen_id
        enter_figures(report, [Entry(pkh, Fact("value", Decimal(7812)), seen)], by=budi)
        assert stands().state == "sinkron"


def test_which_are_open_since_just_now(say, siks, dinsos_kerinci, pkh, kerinci, rina):
    say(7812, siks)
    measurement = Measurement.objects.get()
    make.make_observation(measurement, 7600, source=dinsos_kerinci)
    assert recompare(Measurement.objects.all(), by=rina) == [stands()]
    assert recompare(Measurement.objects.all(), by=rina) == []


def test_compare_sources_brings_an_older_database_up_to_date_once(say, siks, dinsos_kerinci, capsys):
    say(7812, siks)
    make.make_observation(Measurement.objects.get(), 7600, source=dinsos_kerinci)
    call_command("compare_sources")
    line = Change.objects.about(stands()).get()
    assert (stands().state, line.by, line.reason) == ("terbuka", None, "manage.py compare_sources")
    assert capsys.readouterr().out == "1 angka bersumber lebih dari satu; 1 baru terbuka.\n"

    written = Change.objects.count()
    call_command("compare_sources")
    assert Change.objects.count() == written
    assert capsys.readouterr().out == "1 angka bersumber lebih dari satu; 0 baru terbuka.\n"


def test_its_statements_do_not_grow_with_the_figures(pkh, siks, dinsos_kerinci, rina):
    period = make.make_period(*Q1)
    figures = [make.make_figure(pkh, unit, period, 100, source=siks) for unit in make.make_regencies(40)]

    def statements(some, value):
        for one in some:
            make.make_observation(one, value, source=dinsos_kerinci, by=rina)
        asked = Measurement.objects.filter(pk__in=[one.pk for one in some])
        with CaptureQueriesContext(connection) as captured:
            recompare(asked, by=rina)
        return len(captured)

    few, many = figures[:2], figures[2:]
    assert statements(few, 90) == statements(many, 90) <= 16
    assert statements(few, 80) == statements(many, 80) <= 12


class TestConstraints:
    @pytest.fixture
    def difference(self, pkh, kerinci):
        return make.make_apart(pkh, kerinci, make.make_period(*Q1), 7812, 7600)

    @pytest.mark.parametrize(
        "wrong",
        [
            {"state": "terbuka", "opened_at": None},
            {"state": "dibawa"},
            {"state": "selesai"},
            {"carried_at": timezone.now()},
        ],
    )
    def test_a_state_has_what_it_needs(self, difference, wrong):
        with pytest.raises(IntegrityError), transaction.atomic():
            Difference.objects.filter(pk=difference.pk).update(**wrong)

    def test_a_figure_has_one(self, difference):
        with pytest.raises(IntegrityError), transaction.atomic():
            Difference.objects.create(measurement=difference.measurement, state="sinkron")

    def test_a_source_is_compared_once(self, difference):
        one = difference.comparisons.get()
        with pytest.raises(IntegrityError), transaction.atomic():
            Comparison.objects.create(
                difference=difference, reference=one.reference, other=one.other, verdict="sama"
            )
