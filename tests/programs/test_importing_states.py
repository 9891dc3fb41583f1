"""The optional columns become facts: the day, the unit and why there is no figure."""

from datetime import date
from pathlib import Path

import pytest

from programs.actions import record_observation
from programs.effects import Effect
from programs.importing import ImportRefused, import_sheet, preview_sheet
from programs.judging import accept_report
from programs.models import Measurement, Observation, Report, ReportStep
from records.refusals import ActionRefused
from regions.models import Unit
from tests import factories as make
from tests.programs.sheets import TITLES, contents, row, sheet

pytestmark = pytest.mark.django_db

ALL_TITLES = f"{TITLES};per_tanggal;satuan;keadaan"
PKH_SHEET = Path(__file__).resolve().parents[1] / "data/standar-pkh-kabupaten.csv"


def full(code="15.01", value="55", day="", unit="", state="", **cells):
    return f"{row(code, value, **cells)};{day};{unit};{state}"


def put(*rows, by, name="lembar.csv"):
    return import_sheet(sheet(*rows, titles=ALL_TITLES), name, by=by)


def looked_at(*rows, by):
    return preview_sheet(sheet(*rows, titles=ALL_TITLES), "lembar.csv", by=by)


def refused(*rows, by):
    before = contents()
    with pytest.raises(ImportRefused) as error:
        put(*rows, by=by)
    assert contents() == before
    return [(problem.code, problem.column, problem.cell) for problem in error.value.problems]


class TestDaysAndUnits:
    def test_are_kept_with_what_was_said(self, ready, rina):
        put(full(day="31 Desember 2018", unit="Nilai"), by=rina)
        said = Observation.objects.get()
        assert (said.cut_off_on, said.measure_unit, said.state) == (date(2018, 12, 31), "Nilai", "value")

    def test_another_day_for_the_same_value_is_said_anew(self, ready, rina):
        put(full(day="31/12/2018"), by=rina)
        (shown,) = looked_at(full(day="2019-01-31"), by=rina).rows
        assert (shown.effect, shown.before.cut_off_on) == (Effect.CHANGED, date(2018, 12, 31))
        assert put(full(day="2019-01-31"), by=rina).rows_changed == 1
        assert Measurement.objects.get().chosen.cut_off_on == date(2019, 1, 31)

    def test_the_same_sheet_again_and_one_without_the_columns_change_nothing(self, ready, rina):
        put(full(day="31/12/2018", unit="nilai"), by=rina)
        before = contents()
        assert put(full(day="31 Desember 2018", unit="NILAI", state="ada nilai"), by=rina) is None
        assert import_sheet(sheet(row()), "lembar.csv", by=rina) is None
        assert contents() == before

    def test_people_and_persons_are_one_unit(self, ready, rina, mcp):
        make.make_indicator(mcp.program, "PPKS", measure_unit="orang", scale_max=None)
        put(full(indicator="PPKS", unit="jiwa"), by=rina)
        assert Measurement.objects.get().value == 55

    def test_a_unit_that_is_not_the_indicators_fills_no_report(self, ready, rina):
        assert refused(full(unit="jiwa"), by=rina) == [("unit_mismatch", "satuan", "J2")]
        put(full(), by=rina)
        assert refused(full(value="56", unit="jiwa"), by=rina) == [("unit_mismatch", "satuan", "J2")]

    def test_the_sentence_says_both_units_and_what_to_do(self, ready, rina):
        (problem,) = looked_at(full(unit="jiwa"), by=rina).problems
        assert problem.message == (
            'Satuan "jiwa" bukan satuan Monitoring Center for Prevention (nilai). '
            "Tulis angkanya dalam nilai, atau catat sebagai sumber lain setelah angkanya ada."
        )

    def test_beside_another_sources_figure_it_is_kept_with_its_unit_on_its_own_scale(self, ready, rina):
        put(full(), by=rina)
        put(full(value="33207", unit="jiwa", source="Dinas"), by=rina)
        assert Measurement.objects.get().value == 55
        assert Observation.objects.values_list("value", "measure_unit").get(source__name="Dinas") == (
            33207,
            "jiwa",
        )
        assert put(full(value="33207", unit="Orang", source="Dinas"), by=rina) is None

    def test_typed_by_hand_it_is_told_the_same_way(self, ready, mcp, budi, kerinci):
        words = {"unit": kerinci, "indicator": mcp, "period": make.make_period(2018), "by": budi}
        with pytest.raises(ActionRefused) as error:
            record_observation(**words, source=make.make_source("Dinas"), value=500, measure_unit="jiwa")
        assert error.value.code == "unit_mismatch"
        record_observation(**words, source=make.make_source("Pers"), value=50, measure_unit="nilai")
        record_observation(**words, source=make.make_source("Badan"), value=500, measure_unit="jiwa")
        assert Measurement.objects.get().value == 50


class TestStates:
    def test_an_answer_without_a_figure_fills_and_sends_the_report(self, ready, rina, vera):
        batch = put(full(value="", state="tidak berlaku", day="31/12/2018"), by=rina)
        found = Measurement.objects.get()
        assert (found.state, found.value, found.chosen.state) == ("not_applicable", None, "not_applicable")
        assert (batch.rows_new, Report.objects.get().state) == (1, "dikirim")
        accept_report(Report.objects.get(), by=vera)
        assert put(full(value="-", state="NOT_APPLICABLE"), by=rina) is None

    def test_that_nothing_is_known_yet_sends_no_report(self, ready, rina):
        put(full(value="", state="belum lapor"), full("15.02", "", state="belum jatuh tempo"), by=rina)
        assert set(Report.objects.values_list("state", "submitted_by")) == {("draf", None)}
        assert not ReportStep.objects.exists()
        assert set(Measurement.objects.values_list("state", flat=True)) == {"not_reported", "not_due"}

    def test_and_gives_way_to_the_first_figure(self, ready, rina):
        put(full(value="", state="belum lapor", source="Dinas"), by=rina)
        batch = put(full(), by=rina)
        assert (batch.rows_new, Report.objects.get().state) == (1, "dikirim")
        found = Measurement.objects.get()
        assert (found.state, found.value, found.chosen.source.name) == ("value", 55, "Berita")
        assert put(full(value="", state="belum lapor", source="Dinas"), by=rina) is None

    def test_a_source_takes_its_figure_away_and_the_preview_says_so(self, ready, rina):
        put(full(), by=rina)
        (shown,) = looked_at(full(value="", state="ditahan"), by=rina).rows
        assert (shown.effect, shown.old, shown.new, shown.said.state) == (
            Effect.CHANGED,
            55,
            None,
            "withheld",
        )
        put(full(value="", state="ditahan"), by=rina)
        assert Measurement.objects.values_list("state", "value").get() == ("withheld", None)

    def test_a_refusal_of_an_accepted_report_names_the_state_that_stands(self, ready, rina, vera):
        put(full(value="", state="tidak berlaku"), by=rina)
        accept_report(Report.objects.get(), by=vera)
        (problem,) = looked_at(full(), by=rina).problems
        assert (problem.code, "(angkanya: Tidak berlaku)" in problem.message) == ("locked_period", True)


class TestEndedUnits:
    @pytest.fixture
    def ended(self, ready):
        Unit.objects.filter(code="15.01").update(valid_to=date(2018, 1, 1))

    def test_a_period_that_begins_after_the_units_end_is_refused(self, ended, rina):
        (problem,) = looked_at(full(year="2019"), by=rina).problems
        assert (problem.code, problem.cell) == ("unit_ended", "A2")
        assert problem.message == (
            "Kerinci (15.01) berakhir 1\N{NO-BREAK SPACE}Januari 2018, sebelum Tahun 2019. "
            "Pakai kode daerah yang menggantikannya."
        )

    def test_one_that_begins_on_its_last_day_is_not(self, ended, rina):
        assert put(full(year="2018"), by=rina).rows_new == 1


def test_a_sheet_of_the_regencies_keeps_what_cannot_be_compared(ready, rina, mcp):
    """KPM of eleven regencies beside the ministry's; two sent people, not families."""
    pkh = make.make_indicator(
        make.make_program("PKH"), "PKH-KPM", measure_unit="KPM", scale_max=None, decimals=0
    )
    ministry = [
        full(unit.code, "9000", indicator="PKH-KPM", year="2024", period="TW1", source="Kemensos", unit="KPM")
        for unit in Unit.objects.filter(code__startswith="15.")
    ]
    put(*ministry, by=rina)
    content = PKH_SHEET.read_bytes()
    batch = import_sheet(content, PKH_SHEET.name, by=rina)
    said = Observation.objects.filter(batch=batch, measurement__indicator=pkh)
    assert (said.count(), said.filter(measure_unit="jiwa").count()) == (11, 2)
    assert set(said.values_list("cut_off_on__month", flat=True)) == {1, 2, 12}
    assert set(Measurement.objects.values_list("value", flat=True)) == {9000}
    assert import_sheet(content, PKH_SHEET.name, by=rina) is None
