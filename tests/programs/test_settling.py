"""Rina brings the figures, Vera settles; nobody settles on a figure of his or her own."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, transaction
from django.utils import timezone

from programs.actions import record_observation, submit_report
from programs.batches import retract_batch
from programs.differences import recompare
from programs.entering import Entry, Fact, enter_figures
from programs.importing import import_sheet
from programs.judging import accept_report, reopen_report
from programs.models import Difference, Measurement, Observation, Report, SettledFigure, Settlement
from programs.settling import Agreed, carry, settle
from rakor.lib.dates import format_date
from records.models import Change, ImportBatch
from records.refusals import ActionRefused
from tests import factories as make
from tests.programs.sheets import contents, row, sheet

pytestmark = pytest.mark.django_db


@pytest.fixture
def period(db):
    return make.make_period(2024, "TW1")


@pytest.fixture
def say(pkh, period, rina):
    def record(unit, value, source, by=rina, **details):
        where = {"unit": unit, "indicator": pkh, "period": period}
        return record_observation(**where, source=source, value=value, by=by, **details)

    return record


@pytest.fixture
def apart(say, kerinci, siks, dinsos_kerinci, rina, suri):
    """Kerinci's own 7600, accepted, and the ministry's 7812 beside it."""
    say(kerinci, 7600, dinsos_kerinci)
    accept_report(submit_report(Report.objects.get(), by=rina), by=suri)
    say(kerinci, 7812, siks)
    return Difference.objects.get()


@pytest.fixture
def second(say, merangin, siks):
    """Merangin's own 11517, a draft, and the ministry's 11940."""
    say(merangin, 11517, make.make_source("Dinsos Kab. Merangin", agency=merangin, level="kabkota"))
    say(merangin, 11940, siks)
    return Difference.objects.get(measurement__unit=merangin)


def said_by(difference, source):
    return difference.measurement.observations.filter(source=source).latest("pk")


def refused(*agreed, by, reason="Dicocokkan bersama.", **minutes):
    """Code and sentence of a refusal; nothing at all may be written."""
    before = contents()
    with pytest.raises(ActionRefused) as error:
        settle(agreed, by=by, reason=reason, **minutes)
    assert contents() == before
    return error.value.code, error.value.message


def fresh(obj):
    return type(obj).objects.get(pk=obj.pk)


class TestOnWhatASourceSays:
    @pytest.fixture
    def settlement(self, apart, siks, vera):
        chosen = Agreed(apart, "parsial", said_by(apart, siks))
        return settle(
            [chosen],
            by=vera,
            reason="Dinsos belum lengkap.",
            minutes_number="BA-7/2024",
            minutes_on=date(2024, 5, 7),
        )

    def test_the_figure_rests_on_it_inside_an_accepted_report(self, settlement, apart, siks):
        figure = Measurement.objects.get()
        assert (figure.value, figure.chosen.source, figure.report.state) == (7812, siks, "diterima")
        assert (fresh(apart).state, fresh(apart).gap) == ("selesai", -212)

    def test_it_says_who_why_and_what_stood_before(self, settlement, apart, siks, vera):
        figure = SettledFigure.objects.get()
        assert (figure.value, figure.before, figure.cause) == (7812, 7600, "parsial")
        assert (figure.observation.source, fresh(apart).settled) == (siks, figure)
        assert figure.said == "Dinsos Kab. Kerinci: 7.600; Kemensos (SIKS-NG): 7.812"
        assert (settlement.settled_by, settlement.reason) == (vera, "Dinsos belum lengkap.")
        assert (str(settlement), settlement.minutes_on) == ("BA-7/2024", date(2024, 5, 7))

    def test_every_row_has_its_line_with_the_reason(self, settlement, apart, vera):
        lines = Change.objects.filter(action="selesaikan", by=vera, reason="Dinsos belum lengkap.")
        kinds = {line.object_type for line in lines}
        assert kinds == {
            "programs.settlement",
            "programs.settledfigure",
            "programs.measurement",
            "programs.report",
            "programs.difference",
        }
        line = lines.get(object_type="programs.measurement")
        assert line.pairs["value"] == ["7600", "7812"]

    def test_who_had_the_report_open_is_told(self, apart, siks, vera, suri):
        seen = Report.objects.get()
        settle([Agreed(apart, "parsial", said_by(apart, siks))], by=vera, reason="Dicocokkan.")
        with pytest.raises(ActionRefused) as error:
            reopen_report(seen, by=suri, reason="Salah.")
        assert error.value.code == "report_moved_on"

    def test_settling_on_what_it_rests_on_changes_no_report(self, apart, dinsos_kerinci, vera):
        version = Report.objects.get().version
        settle([Agreed(apart, "lain", said_by(apart, dinsos_kerinci))], by=vera, reason="Kemensos keliru.")
        assert (Report.objects.get().version, Measurement.objects.get().value) == (version, 7600)
        assert fresh(apart).state == "selesai"


class TestOnAFigureThatNoSourceSaid:
    def test_it_is_an_observation_of_its_own_at_the_moment_of_settling(self, apart, vera):
        agreed = Agreed(apart, "lain", value=Decimal(7700))
        minutes = {"minutes_number": "BA-7/2024", "minutes_on": date(2024, 5, 7)}
        settlement = settle([agreed], by=vera, reason="Dihitung ulang bersama.", **minutes)
        chosen = Measurement.objects.get().chosen
        assert (chosen.source.name, chosen.value, chosen.observed_by) == ("Kesepakatan", 7700, vera)
        assert chosen.observed_at == settlement.settled_at
        day = format_date(date(2024, 5, 7))
        assert chosen.note == f"Disepakati, berita acara nomor BA-7/2024 tanggal {day}."
        assert fresh(apart).state == "selesai"

    def test_it_is_no_source_to_be_compared(self, apart, vera):
        settle(
            [Agreed(apart, "lain", value=Decimal(7700))],
            by=vera,
            reason="Dihitung ulang.",
            minutes_number="1",
        )
        assert [one.other.source.name for one in apart.comparisons.all()] == ["Dinsos Kab. Kerinci"]

    def test_it_needs_a_berita_acara(self, apart, vera):
        code, said = refused(Agreed(apart, "lain", value=Decimal(7700)), by=vera)
        assert code == "minutes_missing"
        assert "7.700 tidak disebut sumber mana pun" in said

    def test_a_figure_that_a_source_does_say_is_that_sources(self, apart, siks, vera):
        settle([Agreed(apart, "lain", value=Decimal(7812))], by=vera, reason="Cocok dengan Kemensos.")
        assert Measurement.objects.get().chosen.source == siks

    @pytest.mark.parametrize(
        ("value", "code"), [("7700.5", "too_many_decimals"), ("1234567890123456", "too_many_digits")]
    )
    def test_it_keeps_to_the_indicator(self, apart, vera, value, code):
        agreed = Agreed(apart, "lain", value=Decimal(value))
        assert refused(agreed, by=vera, minutes_number="BA-7")[0] == code

    def test_it_keeps_to_the_scale(self, apart, pkh, vera):
        pkh.scale_min, pkh.scale_max = 0, 9000
        pkh.save()
        agreed = Agreed(apart, "lain", value=Decimal(9001))
        assert refused(agreed, by=vera, minutes_number="BA-7")[0] == "out_of_range"

    def test_who_accepted_the_report_does_not_bring_a_figure_into_it(self, apart, suri):
        agreed = Agreed(apart, "lain", value=Decimal(7700))
        assert refused(agreed, by=suri, minutes_number="BA-7")[0] == "own_report"


class TestRefused:
    def test_a_figure_of_ones_own(self, apart, siks, rina):
        code, said = refused(Agreed(apart, "parsial", said_by(apart, siks)), by=rina)
        assert code == "own_figure"
        assert said.startswith("Keluarga penerima PKH · Kerinci: Angka Kemensos (SIKS-NG) Anda masukkan")
        assert refused(Agreed(apart, "parsial", value=Decimal(7812)), by=rina)[0] == "own_figure"

    def test_the_database_refuses_it_too(self, apart, siks, rina):
        settlement = Settlement.objects.create(reason="x", settled_at=timezone.now(), settled_by=rina)
        with pytest.raises(DatabaseError, match="tidak memasukkan angka"), transaction.atomic():
            SettledFigure.objects.create(
                settlement=settlement,
                difference=apart,
                value=7812,
                cause="lain",
                observation=said_by(apart, siks),
                said="x",
            )

    def test_without_reason_cause_or_choice(self, apart, siks, vera):
        right = Agreed(apart, "parsial", said_by(apart, siks))
        assert refused(right, by=vera, reason="  ")[0] == "reason_missing"
        assert refused(Agreed(apart, "", right.observation), by=vera)[0] == "cause_missing"
        assert refused(Agreed(apart, "parsial"), by=vera)[0] == "nothing_agreed"
        both = Agreed(apart, "parsial", right.observation, Decimal(5))
        assert refused(both, by=vera)[0] == "nothing_agreed"
        assert refused(by=vera)[0] == "nothing_chosen"
        assert refused(right, right, by=vera)[0] == "figure_twice"
        assert refused(right, by=vera, minutes_number="NIP 198501012010011001")[0] == "personal_data"

    def test_a_source_in_another_unit(self, apart, say, kerinci, vera):
        other = say(kerinci, 26000, make.make_source("Rekap"), measure_unit="jiwa")
        code, said = refused(Agreed(fresh(apart), "definisi", other), by=vera)
        assert code == "other_unit"
        assert "Rekap menghitung dalam jiwa, indikator ini dalam KPM" in said
        assert refused(Agreed(fresh(apart), "lain", value=Decimal(26000)), by=vera)[0] == "minutes_missing"

    def test_a_source_that_names_no_figure(self, apart, say, kerinci, vera):
        silent = say(kerinci, None, make.make_source("Rekap"), state="not_applicable")
        assert refused(Agreed(fresh(apart), "lain", silent), by=vera)[0] == "no_value"

    def test_what_its_source_replaced_since(self, apart, say, kerinci, siks, vera):
        old = said_by(apart, siks)
        say(kerinci, 7900, siks)
        assert refused(Agreed(fresh(apart), "lain", old), by=vera)[0] == "not_standing"

    def test_a_figure_that_changed_a_second_ago(self, apart, say, kerinci, siks, vera):
        seen, chosen = fresh(apart), said_by(apart, siks)
        say(kerinci, 7900, siks)
        code, said = refused(Agreed(seen, "parsial", chosen), by=vera)
        assert code == "difference_moved_on"
        assert "Keluarga penerima PKH · Kerinci (sekarang belum sinkron, angka 7.600)" in said

    def test_the_second_of_two_who_settle(self, apart, siks, vera, suri):
        seen = Agreed(apart, "parsial", said_by(apart, siks))
        settle([seen], by=vera, reason="Dicocokkan.")
        code, said = refused(seen, by=suri)
        assert code == "difference_moved_on"
        assert "(sekarang diselesaikan, angka 7.812)" in said
        assert refused(Agreed(fresh(apart), "parsial", seen.observation), by=suri)[0] == "wrong_state"

    def test_nothing_is_half_settled(self, apart, second, siks, vera):
        right = Agreed(apart, "parsial", said_by(apart, siks))
        wrong = Agreed(second, "parsial", value=Decimal(1))
        assert refused(right, wrong, by=vera)[0] == "minutes_missing"
        assert refused(wrong, right, by=vera)[0] == "minutes_missing"

    def test_whose_report_its_judge_brought_a_figure_into(self, apart, say, kerinci, siks, suri, vera):
        say(kerinci, 7700, make.make_source("Rekap"), by=suri)
        code, said = refused(Agreed(fresh(apart), "parsial", said_by(apart, siks)), by=vera)
        assert code == "judge_brought"
        assert "orang lain lalu menerimanya" in said


def test_two_are_settled_together(apart, second, siks, vera):
    agreed = [Agreed(one, "parsial", said_by(one, siks)) for one in (apart, second)]
    settlement = settle(agreed, by=vera, reason="Dicocokkan.", minutes_number="BA-7")
    assert settlement.figures.count() == 2
    assert set(Difference.objects.values_list("state", flat=True)) == {"selesai"}
    assert set(Measurement.objects.values_list("value", flat=True)) == {7812, 11940}


class TestAfterwards:
    """A settled figure stays settled until a source says something new that lies apart from it."""

    @pytest.fixture
    def settled(self, apart, vera):
        agreed = Agreed(apart, "lain", value=Decimal(7700))
        settle([agreed], by=vera, reason="Dihitung ulang.", minutes_number="BA-7")
        return apart

    def test_what_is_near_the_agreed_figure_changes_nothing(self, settled, say, kerinci, dinsos_kerinci):
        say(kerinci, 7777, dinsos_kerinci)
        assert fresh(settled).state == "selesai"
        assert Measurement.objects.get().value == 7700

    def test_what_lies_apart_from_it_opens_it_again(self, settled, say, kerinci, dinsos_kerinci):
        say(kerinci, 7778, dinsos_kerinci)
        now = fresh(settled)
        assert (now.state, now.settled, now.gap) == ("terbuka", None, 78)
        assert now.settlements.count() == 1
        assert Measurement.objects.get().value == 7700

    def test_sources_that_agree_with_one_another_and_not_with_it(self, settled, say, kerinci, dinsos_kerinci):
        say(kerinci, 7812, dinsos_kerinci)
        assert (fresh(settled).state, fresh(settled).gap) == ("terbuka", 112)

    def test_another_unit_or_day_does_not_open_it(self, settled, say, kerinci, dinsos_kerinci):
        say(kerinci, 26000, dinsos_kerinci, measure_unit="jiwa")
        assert fresh(settled).state == "selesai"

    def test_the_import_that_opened_it_taken_back(self, settled, kerinci, rina):
        said = row(value="9000", indicator="PKH-KPM", year="2024", period="TW1", source="Dinsos Kab. Kerinci")
        import_sheet(sheet(said), "lagi.csv", by=rina)
        assert fresh(settled).state == "terbuka"
        retract_batch(ImportBatch.objects.get(), by=rina, reason="Salah berkas.")
        assert fresh(settled).state == "selesai"

    def test_the_chosen_source_speaks_beside_it_though_the_report_is_accepted(
        self, apart, say, kerinci, siks, vera
    ):
        settle([Agreed(apart, "parsial", said_by(apart, siks))], by=vera, reason="Dicocokkan.")
        say(kerinci, 8000, siks)
        assert fresh(apart).state == "terbuka"
        assert Measurement.objects.get().value == 7812

    def test_settled_again_it_is_history_twice(self, settled, say, kerinci, siks, vera, suri):
        say(kerinci, 8000, siks)
        again = Agreed(fresh(settled), "tanggal", said_by(settled, siks))
        settle([again], by=vera, reason="Data baru.")
        now = fresh(settled)
        assert (now.state, now.settled.value, now.settlements.count()) == ("selesai", 8000, 2)

    def test_typed_anew_in_its_reopened_report(self, settled, pkh, suri, budi, siks):
        reopen_report(Report.objects.get(), by=suri, reason="Perbaikan.")
        figure = Measurement.objects.get()
        entry = Entry(pkh, Fact("value", Decimal(7812)), figure.chosen_id)
        enter_figures(figure.report, [entry], by=budi)
        assert fresh(settled).state == "terbuka"  # the office's own source still says 7600
        assert Measurement.objects.get().value == 7812

    def test_nothing_moves_when_all_is_compared_again(self, settled, suri):
        written = Change.objects.count()
        recompare(Measurement.objects.all(), by=suri)
        assert Change.objects.count() == written


class TestAnImportWhoseFigureWasChosen:
    @pytest.fixture
    def batch(self, say, kerinci, siks, dinsos_kerinci, rina):
        say(kerinci, 7600, dinsos_kerinci)
        said = row(value="7812", indicator="PKH-KPM", year="2024", period="TW1", source=siks.name)
        return import_sheet(sheet(said), "kemensos.csv", by=rina)

    @pytest.fixture
    def chosen(self, batch, siks, vera):
        difference = Difference.objects.get()
        settle([Agreed(difference, "parsial", said_by(difference, siks))], by=vera, reason="Dicocokkan.")
        return difference

    def test_it_is_not_taken_back_from_an_accepted_report(self, chosen, batch, rina, suri):
        accept_report(submit_report(Report.objects.get(), by=rina), by=suri)
        with pytest.raises(ActionRefused) as error:
            retract_batch(batch, by=rina, reason="Salah berkas.")
        assert error.value.code == "locked_period"
        assert fresh(chosen).state == "selesai"

    def test_in_a_draft_the_figure_falls_back_to_what_stood_before(self, chosen, batch, rina, dinsos_kerinci):
        retract_batch(batch, by=rina, reason="Salah berkas.")
        figure = Measurement.objects.get()
        assert (figure.value, figure.chosen.source) == (7600, dinsos_kerinci)
        assert (fresh(chosen).state, fresh(chosen).settled, fresh(chosen).gap) == ("sinkron", None, None)
        assert Settlement.objects.get().figures.get().value == 7812


class TestCarry:
    def test_it_is_left_to_a_rakor(self, apart, rina):
        (carried,) = carry([apart], by=rina)
        now = fresh(apart)
        assert (now.state, now.carried_by, now.version) == ("dibawa", rina, apart.version + 1)
        assert (now.opened_at, carried.version) == (apart.opened_at, now.version)
        line = Change.objects.about(apart).first()
        assert (line.action, line.pairs["state"]) == ("bawa", ["terbuka", "dibawa"])

    def test_what_cannot_be_compared_is_carried_too(self, say, merangin, siks, rina):
        say(merangin, 5, siks)
        say(merangin, 17, make.make_source(), measure_unit="jiwa")
        carry([Difference.objects.get()], by=rina)
        assert Difference.objects.get().opened_at is not None
        say(merangin, 18, make.make_source(), measure_unit="jiwa")
        assert Difference.objects.get().state == "dibawa"

    def test_all_or_none(self, apart, second, say, kerinci, siks, rina):
        say(kerinci, 7900, siks)
        with pytest.raises(ActionRefused) as error:
            carry([second, apart], by=rina)
        assert error.value.code == "difference_moved_on"
        assert not Difference.objects.filter(state="dibawa").exists()

    def test_once(self, apart, rina):
        carry([apart], by=rina)
        with pytest.raises(ActionRefused) as error:
            carry([fresh(apart)], by=rina)
        assert error.value.code == "wrong_state"

    def test_it_is_settled_from_there(self, apart, siks, rina, vera):
        (carried,) = carry([apart], by=rina)
        settle([Agreed(carried, "parsial", said_by(apart, siks))], by=vera, reason="Diputus Rakor.")
        assert (fresh(apart).state, fresh(apart).carried_by) == ("selesai", None)


def test_a_settlement_has_its_reason(vera):
    with pytest.raises(IntegrityError), transaction.atomic():
        Settlement.objects.create(reason="", settled_at=timezone.now(), settled_by=vera)


def test_a_figure_is_settled_once_in_one_settlement(apart, vera, siks):
    settle([Agreed(apart, "parsial", said_by(apart, siks))], by=vera, reason="Dicocokkan.")
    one = SettledFigure.objects.get()
    one.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        one.save()


def test_observations_that_settling_reads_are_of_these_figures(apart, second, siks, vera):
    foreign = Agreed(apart, "parsial", said_by(second, siks))
    assert refused(foreign, by=vera)[0] == "not_standing"
    assert Observation.objects.count() == 4
