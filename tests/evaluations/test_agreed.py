"""Which value a round counts with where several sources name a figure: SCORING in the hands of an office."""

import json
from datetime import date
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from evaluations.actions import compute, determine
from evaluations.facts import facts_of
from programs.differences import recompare
from programs.models import Difference, Measurement, Observation
from programs.settling import Agreed, settle
from records.refusals import ActionRefused
from tests import factories as make

pytestmark = pytest.mark.django_db

LINE = "01-PKH"
TW1 = (2024, "TW1")


@pytest.fixture
def ministry(db):
    return make.make_agency("pusat-kemensos", "Kementerian Sosial")


@pytest.fixture
def pkh(ministry):
    return make.make_indicator(code="PKH", measure_unit="KPM", producer=ministry, scale_max=100000)


@pytest.fixture
def office(kerinci):
    return make.make_source("Dinsos Kab. Kerinci", agency=kerinci, level="kabkota")


@pytest.fixture
def siks(ministry):
    return make.make_source("Kemensos (SIKS-NG)", agency=ministry, level="pusat")


@pytest.fixture
def own(pkh, kerinci, office):
    """Kerinci's own 7600 in an accepted report."""
    return make.make_figure(pkh, kerinci, make.make_period(*TW1), 7600, source=office)


def beside(measurement, value, source, state="diterima", **said):
    """What a source says in an import that a second person accepted."""
    accepted = {"accepted_by": make.make_user(), "accepted_at": timezone.now()} if state == "diterima" else {}
    batch = make.make_batch(state=state, **accepted)
    observation = make.make_observation(measurement, value, source=source, batch=batch, **said)
    recompare(Measurement.objects.filter(pk=measurement.pk), by=batch.imported_by)
    return observation


@pytest.fixture
def round_(pkh, jambi):
    def of(rule="preferred"):
        edition = pkh.program.instruments.count() + 1
        instrument = make.make_instrument(pkh.program, 2024, edition=edition, difference_rule=rule)
        make.make_line(instrument, pkh)
        return make.make_round(instrument, make.make_period(*TW1), jambi, as_of=date(2100, 1, 1))

    return of


def counts(round_):
    """(value or state, source, belum sinkron, basis) of Kerinci's figure."""
    facts = facts_of(round_)
    reading = facts.readings["15.01"].readings[LINE]
    (origin,) = facts.origins["15.01"][LINE]
    value = str(reading.state) if reading.value is None else int(reading.value)
    return value, reading.source, reading.is_out_of_sync, origin.get("basis")


def settled_on(value, **minutes):
    apart = Difference.objects.get()
    agreed = Agreed(apart, "parsial", value=Decimal(value))
    return settle([agreed], by=make.make_user(), reason="Dicocokkan.", **minutes)


def test_one_source_counts_as_it_stands_and_its_origin_says_no_more(own, round_):
    facts = facts_of(round_())
    assert counts(round_()) == (7600, "Dinsos Kab. Kerinci", False, None)
    (origin,) = facts.origins["15.01"][LINE]
    assert set(origin) == {"period", "source", "cell", "file", "observation"}


@pytest.mark.parametrize("rule", ["preferred", "not_assessable"])
def test_within_the_tolerance_the_producing_agency(own, siks, round_, rule):
    beside(own, 7676, siks)
    assert counts(round_(rule)) == (7676, "Kemensos (SIKS-NG)", False, "within_tolerance")


def test_an_open_difference_as_the_instrument_says(own, siks, round_):
    beside(own, 7812, siks)
    assert counts(round_()) == (7812, "Kemensos (SIKS-NG)", True, "preferred")
    state, source, is_out_of_sync, basis = counts(round_("not_assessable"))
    assert (state, is_out_of_sync, basis) == ("not_assessable", True, "open_difference")


def test_a_carried_one_is_as_open(own, siks, round_):
    beside(own, 7812, siks)
    carried = {"state": "dibawa", "carried_at": timezone.now(), "carried_by": make.make_user()}
    Difference.objects.update(**carried)
    assert counts(round_("not_assessable"))[0] == "not_assessable"


def test_what_nobody_accepted_takes_no_part(own, siks, round_):
    beside(own, 7812, siks, state="dikonfirmasi")
    assert Difference.objects.get().state == "terbuka"
    assert counts(round_("not_assessable")) == (7600, "Dinsos Kab. Kerinci", False, None)


def test_what_was_accepted_after_the_rounds_date_takes_no_part(own, siks, round_):
    yesterday = timezone.now() - timezone.timedelta(days=3)
    own.report.accepted_at = yesterday
    own.report.save()
    beside(own, 7812, siks)
    one = round_("not_assessable")
    one.as_of = timezone.localdate() - timezone.timedelta(days=1)
    assert counts(one)[0] == 7600


class TestSettled:
    MINUTES = {"minutes_number": "460/12/2024", "minutes_on": date(2024, 5, 7)}

    @pytest.fixture
    def settlement(self, own, siks):
        beside(own, 7812, siks)
        return settled_on("7700", **self.MINUTES)

    @pytest.mark.parametrize("rule", ["preferred", "not_assessable"])
    def test_the_agreed_figure_whatever_the_instrument_says(self, settlement, round_, rule):
        assert counts(round_(rule)) == (7700, "Kesepakatan", False, "settled")

    def test_the_release_says_by_which_berita_acara(self, settlement, round_, rina):
        computed = compute(round_(), by=rina)
        (line,) = json.loads(computed.scores.get(unit__code="15.01").lines)
        (origin,) = line["origins"]
        assert origin["settlement"] == {"number": "460/12/2024", "on": "2024-05-07"}
        assert line["value"] == "7700"

    def test_without_one_it_says_the_day(self, own, siks, round_):
        chosen = beside(own, 7812, siks)
        agreed = Agreed(Difference.objects.get(), "parsial", chosen)
        settle([agreed], by=make.make_user(), reason="Dicocokkan.")
        (origin,) = facts_of(round_()).origins["15.01"][LINE]
        assert origin["settlement"] == {"number": "", "on": timezone.localdate()}
        assert origin["source"] == "Kemensos (SIKS-NG)"

    def test_a_later_word_that_nobody_accepted_changes_nothing(self, settlement, own, office, round_):
        beside(own, 9000, office, state="dikonfirmasi")
        assert Difference.objects.get().state == "terbuka"
        assert counts(round_("not_assessable"))[0] == 7700

    def test_an_accepted_one_opens_it_again(self, settlement, own, office, round_):
        beside(own, 9000, office)
        assert counts(round_("not_assessable"))[0] == "not_assessable"
        assert counts(round_()) == (7812, "Kemensos (SIKS-NG)", True, "preferred")

    def test_sources_that_agree_now_but_not_with_it(self, settlement, own, office, round_):
        beside(own, 7812, office)
        assert counts(round_("not_assessable"))[0] == "not_assessable"
        assert counts(round_()) == (7812, "Kemensos (SIKS-NG)", True, "preferred")

    def test_the_same_source_twice(self, own, siks, round_):
        chosen = beside(own, 7812, siks)
        agreed = Agreed(Difference.objects.get(), "parsial", chosen)
        settle([agreed], by=make.make_user(), reason="Dicocokkan.")
        beside(own, 9000, siks)
        assert counts(round_()) == (9000, "Kemensos (SIKS-NG)", True, "preferred")
        assert counts(round_("not_assessable"))[0] == "not_assessable"

    def test_figures_that_were_settled_since_computing_are_noticed(self, own, siks, round_, rina, vera):
        beside(own, 7812, siks)
        computed = compute(round_(), by=rina)
        settled_on("7700", **self.MINUTES)
        with pytest.raises(ActionRefused) as error:
            determine(computed, by=vera)
        assert error.value.code == "figures_moved"


class TestNotComparable:
    @pytest.mark.parametrize("said", [{"measure_unit": "jiwa"}, {"cut_off_on": date(2024, 5, 1)}])
    def test_the_other_takes_no_part(self, pkh, kerinci, siks, office, round_, said):
        own = make.make_figure(pkh, kerinci, make.make_period(*TW1), 7812, source=siks)
        Measurement.objects.update(
            chosen=make.make_observation(own, 7812, source=siks, cut_off_on=date(2024, 1, 31))
        )
        beside(own, 26000, office, **said)
        assert counts(round_("not_assessable")) == (7812, "Kemensos (SIKS-NG)", False, None)

    def test_a_producer_in_another_unit_leaves_the_unit_its_own(self, own, siks, round_):
        beside(own, 26000, siks, measure_unit="jiwa")
        assert counts(round_("not_assessable")) == (7600, "Dinsos Kab. Kerinci", False, None)


class TestWithoutProducer:
    @pytest.fixture(autouse=True)
    def nobody(self, pkh):
        pkh.producer = None
        pkh.save()

    def test_within_the_tolerance_the_units_own_report(self, own, siks, round_):
        beside(own, 7676, siks)
        assert counts(round_("not_assessable")) == (7600, "Dinsos Kab. Kerinci", False, "within_tolerance")

    def test_beyond_it_nobody_is_preferred(self, own, siks, round_):
        beside(own, 7677, siks)
        assert counts(round_())[0] == "not_assessable"


class TestWhatIsNoNumber:
    @pytest.fixture
    def inapplicable(self, own):
        said = {"state": "not_applicable", "observed_at": timezone.now(), "observed_by": make.make_user()}
        chosen = Observation.objects.create(measurement=own, source=own.chosen.source, **said)
        Measurement.objects.update(state="not_applicable", value=None, chosen=chosen)
        return Measurement.objects.get()

    def test_tidak_berlaku_against_the_ministrys_figure_is_an_open_difference(
        self, inapplicable, siks, round_
    ):
        beside(inapplicable, 7812, siks)
        assert counts(round_()) == (7812, "Kemensos (SIKS-NG)", True, "preferred")
        assert counts(round_("not_assessable"))[0] == "not_assessable"

    def test_alone_it_stands(self, inapplicable, round_):
        assert counts(round_()) == ("not_applicable", "Dinsos Kab. Kerinci", False, None)

    @pytest.mark.parametrize("state", ["withheld", "not_assessable", "not_reported"])
    def test_nobody_speaks_for_a_unit_that_gave_no_figure(self, own, siks, round_, state):
        Measurement.objects.update(state=state, value=None)
        beside(own, 7812, siks)
        assert counts(round_())[0] == state


def test_its_queries_do_not_grow_with_the_figures(pkh, jambi, siks, round_):
    one = round_()

    def asked(codes):
        for code in codes:
            unit = make.make_regency(code, f"Kabupaten {code}", province=jambi)
            beside(make.make_figure(pkh, unit, make.make_period(*TW1), 7600), 7812, siks)
        first = Difference.objects.filter(measurement__unit__code__in=codes).first()
        agreed = Agreed(first, "lain", value=Decimal(7700))
        settle([agreed], by=make.make_user(), reason="Dicocokkan.", minutes_number="1")
        with CaptureQueriesContext(connection) as captured:
            facts_of(one)
        return len(captured)

    assert asked(["15.01", "15.02"]) == asked([f"15.{number:02}" for number in range(3, 12)])
