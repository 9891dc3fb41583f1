"""The standard sheet becomes figures: all of it or none of it, and the same sheet twice changes nothing."""

from datetime import date
from decimal import Decimal

import pytest
from django.db.models import Q
from django.utils import timezone

from programs.actions import record_observation
from programs.effects import Effect
from programs.importing import ImportRefused, confirm_sheet, import_sheet, preview_sheet
from programs.judging import accept_report, return_report
from programs.models import Indicator, Measurement, Observation, Period, Report, Source, Target
from records.models import Change, ImportBatch, StoredFile
from tests import factories as make
from tests.programs.sheets import CELLS, EXPECTED, REAL_SHEETS, contents, read_csv, row, sheet

pytestmark = pytest.mark.django_db


def figures():
    """{(code, indicator, year): value} of everything that has a value."""
    return {
        (code, indicator, str(year)): value
        for code, indicator, year, value in Measurement.objects.with_value().values_list(
            "unit__code", "indicator__code", "period__year", "value"
        )
    }


def expected():
    return {
        (right["kode_wilayah"], right["kode_indikator"], right["tahun"]): Decimal(right["realisasi"])
        for right in read_csv(EXPECTED)
    }


def refused(content, by, filename="lembar.csv"):
    """What this sheet is refused for, by preview and by confirmation alike, with nothing stored."""
    before = contents()
    preview = preview_sheet(content, filename, by=by)
    with pytest.raises(ImportRefused) as error:
        import_sheet(content, filename, by=by)
    assert error.value.problems == preview.problems
    assert contents() == before
    return preview.problems


def places(problems):
    return [(problem.code, problem.row, problem.column, problem.cell) for problem in problems]


class TestRealSheet:
    @pytest.mark.parametrize("ending", REAL_SHEETS)
    def test_gives_33_figures(self, ready, rina, ending):
        path = REAL_SHEETS[ending]
        batch = import_sheet(path.read_bytes(), path.name, by=rina)
        assert figures() == expected()
        assert len(figures()) == 33
        assert (batch.rows_total, batch.rows_new, batch.rows_changed, batch.rows_same) == (33, 33, 0, 0)
        assert batch.imported_by == rina

    def test_each_observation_knows_its_cell_file_and_day(self, ready, rina):
        path = REAL_SHEETS["xlsx"]
        batch = import_sheet(path.read_bytes(), path.name, by=rina)
        cells = {
            (code, indicator, str(year)): cell
            for code, indicator, year, cell in batch.observations.values_list(
                "measurement__unit__code",
                "measurement__indicator__code",
                "measurement__period__year",
                "cell",
            )
        }
        assert cells == {
            (it["kode_wilayah"], it["kode_indikator"], it["tahun"]): f"{it['lembar']}!{it['sel']}"
            for it in read_csv(CELLS)
        }
        observation = batch.observations.first()
        assert observation.document == batch.file
        assert batch.file.original_name == path.name
        with batch.file.file.open() as stored:
            assert stored.read() == path.read_bytes()
        assert observation.received_on == timezone.localdate()
        assert observation.observed_by == rina

    def test_goes_into_one_report_per_unit_program_and_period_sent_by_the_importer(self, ready, rina):
        path = REAL_SHEETS["xlsx"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        assert Report.objects.count() == 33
        assert set(Report.objects.values_list("state", "submitted_by")) == {("dikirim", rina.pk)}
        assert not Measurement.objects.verified().exists()

    def test_every_figure_rests_on_its_observation(self, ready, rina):
        path = REAL_SHEETS["xlsx"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        for measurement in Measurement.objects.select_related("chosen"):
            assert measurement.chosen.measurement_id == measurement.pk
            assert measurement.chosen.value == measurement.value

    def test_names_its_sources_and_guesses_that_they_are_press(self, ready, rina):
        path = REAL_SHEETS["xlsx"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        assert dict(Source.objects.values_list("name", "level")) == {
            "Berita Rakor KPK di Jambi, 12-3-2019": "pers",
            "Berita penilaian Ombudsman, 31-1-2023": "pers",
        }

    def test_keeps_remarks(self, ready, rina):
        path = REAL_SHEETS["csv"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        assert Measurement.objects.get(unit__code="15.04", indicator__code="OMB-KEPATUHAN").note == "Nilai A"

    @pytest.mark.parametrize("second", REAL_SHEETS)
    def test_a_second_time_changes_nothing(self, ready, rina, second):
        path = REAL_SHEETS["xlsx"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        before = contents()
        again = REAL_SHEETS[second]
        preview = preview_sheet(again.read_bytes(), again.name, by=rina)
        assert (preview.new, preview.changed, preview.same, preview.beside) == (0, 0, 33, 0)
        assert not preview.changes_anything
        assert import_sheet(again.read_bytes(), again.name, by=rina) is None
        assert contents() == before

    def test_a_second_time_changes_nothing_when_all_of_it_is_accepted(self, ready, rina, vera):
        path = REAL_SHEETS["xlsx"]
        import_sheet(path.read_bytes(), path.name, by=rina)
        for report in Report.objects.all():
            accept_report(report, by=vera)
        assert import_sheet(path.read_bytes(), path.name, by=rina) is None

    def test_leaves_a_ledger_line_for_every_row_it_wrote(self, ready, rina):
        path = REAL_SHEETS["xlsx"]
        batch = import_sheet(path.read_bytes(), path.name, by=rina)
        # The file is there before the import that names it.
        lines = Change.objects.filter(Q(batch=batch) | Q(object_type="records.storedfile"), by=rina)
        written = {
            model._meta.label_lower: set(map(str, model.objects.values_list("pk", flat=True)))
            for model in (Report, Measurement, Observation, Source, Period, ImportBatch, StoredFile)
        }
        for label, keys in written.items():
            assert set(lines.filter(object_type=label).values_list("object_id", flat=True)) == keys
        line = lines.get(
            object_type="programs.measurement",
            object_id=str(Measurement.objects.get(unit__code="15.04", period__year=2018).pk),
        )
        assert line.pairs["value"] == ["", "67"]


class TestPreview:
    def test_stores_nothing(self, ready, rina):
        before = contents()
        preview_sheet(sheet(row()), "lembar.csv", by=rina)
        assert contents() == before

    def test_says_what_becomes_of_each_row(self, ready, rina):
        import_sheet(sheet(row("15.01", "55"), row("15.02", "52")), "lembar.csv", by=rina)
        content = sheet(
            row("15.01", "55"), row("15.02", "53"), row("15.03", "60"), row("15.01", "54", source="KPK")
        )
        preview = preview_sheet(content, "revisi.csv", by=rina)
        assert [(item.row, item.effect, item.old, item.new) for item in preview.rows] == [
            (2, Effect.SAME, 55, 55),
            (3, Effect.CHANGED, 52, 53),
            (4, Effect.NEW, None, 60),
            (5, Effect.BESIDE, None, 54),
        ]
        assert (preview.new, preview.changed, preview.same, preview.beside) == (1, 1, 1, 1)

    def test_shows_names_beside_codes(self, ready, rina):
        item = preview_sheet(sheet(row("15.04", "67")), "lembar.csv", by=rina).rows[0]
        assert (item.region, item.indicator) == ("Batanghari", "Monitoring Center for Prevention")
        assert item.period == "Tahun 2018"

    def test_a_confirmation_is_refused_when_the_figures_moved_since(self, ready, rina):
        content = sheet(row("15.01", "55"), row("15.02", "52"))
        fingerprint = preview_sheet(content, "lembar.csv", by=rina).fingerprint
        import_sheet(sheet(row("15.01", "54")), "lain.csv", by=rina)
        before = contents()
        with pytest.raises(ImportRefused) as error:
            confirm_sheet(content, "lembar.csv", by=rina, fingerprint=fingerprint)
        assert [problem.code for problem in error.value.problems] == ["preview_outdated"]
        assert contents() == before

    def test_a_confirmation_is_refused_for_another_file_and_another_person(self, ready, rina, suri):
        content = sheet(row("15.01", "55"))
        fingerprint = preview_sheet(content, "lembar.csv", by=rina).fingerprint
        for bytes_, person in ((sheet(row("15.01", "56")), rina), (content, suri)):
            with pytest.raises(ImportRefused):
                confirm_sheet(bytes_, "lembar.csv", by=person, fingerprint=fingerprint)
        assert confirm_sheet(content, "lembar.csv", by=rina, fingerprint=fingerprint).rows_new == 1


class TestRefusals:
    def test_every_problem_of_the_file_is_named_at_once(self, ready, rina):
        content = sheet(
            row("15.10", "55"),
            row("15.02", "lima puluh"),
            row("15.03", "60", indicator="MCPX"),
            row("15.04", "167"),
            row("15.05", "57", period="B13"),
            row("15.06", "66,123"),
            row("15.07", "43"),
            row("15.07", "44"),
            row("61.01", "50"),
        )
        make.make_regency("61.01", "Sambas")
        assert places(refused(content, rina)) == [
            ("unknown_region", 2, "kode_wilayah", "A2"),
            ("bad_number", 3, "realisasi", "F3"),
            ("unknown_indicator", 4, "kode_indikator", "B4"),
            ("out_of_range", 5, "realisasi", "F5"),
            ("bad_period", 6, "periode", "D6"),
            ("ambiguous_number", 7, "realisasi", "F7"),
            ("duplicate_in_file", 9, "realisasi", "F9"),
            ("not_permitted", 10, "kode_wilayah", "A10"),
        ]

    def test_a_missing_column(self, ready, rina):
        titles = "kode_wilayah;kode_indikator;tahun;periode;sumber"
        content = sheet("15.01;MCP;2018;TAHUNAN;Berita", titles=titles)
        assert places(refused(content, rina)) == [("missing_column", None, "realisasi", "")]

    def test_a_file_that_is_no_sheet(self, ready, rina):
        assert places(refused(b"%PDF-1.7", rina, "lembar.xlsx")) == [("content_mismatch", None, "", "")]

    def test_too_many_decimals_for_the_indicator(self, ready, rina):
        problems = refused(sheet(row(value="55,1234")), rina)
        assert places(problems) == [("too_many_decimals", 2, "realisasi", "F2")]
        assert "paling banyak 2 angka desimal" in problems[0].message

    def test_an_indicator_without_decimals(self, ready, rina, mcp):
        Indicator.objects.filter(pk=mcp.pk).update(decimals=0)
        assert "angka bulat" in refused(sheet(row(value="55,5")), rina)[0].message

    @pytest.mark.parametrize(
        "low, high, value, said",
        [
            (0, 100, "100,01", "100,01 di luar skala 0–100"),
            (0, None, "-1", "−1 kurang dari 0"),
            (None, 100, "101", "101 lebih dari 100"),
        ],
    )
    def test_a_value_outside_the_scale(self, ready, rina, mcp, low, high, value, said):
        Indicator.objects.filter(pk=mcp.pk).update(scale_min=low, scale_max=high)
        problems = refused(sheet(row(value=value)), rina)
        assert places(problems) == [("out_of_range", 2, "realisasi", "F2")]
        assert said in problems[0].message

    @pytest.mark.parametrize("value", ["0", "100", "55,25"])
    def test_the_ends_of_the_scale_are_inside(self, ready, rina, value):
        assert import_sheet(sheet(row(value=value)), "lembar.csv", by=rina).rows_new == 1

    def test_a_code_close_to_a_known_one_is_suggested(self, ready, rina):
        problems = refused(sheet(row("15.79"), row(indicator="OMB-PATUH")), rina)
        assert "15.71 Kota Jambi" in problems[0].message
        assert "OMB-KEPATUHAN (Kepatuhan standar pelayanan publik)" in problems[1].message

    def test_a_name_where_a_code_belongs_is_answered_with_its_code(self, ready, rina, jambi):
        make.make_unit_name(ready["15.06"], "Tanjab Barat")
        problems = refused(sheet(row("Kab. Batang Hari"), row("Tanjab Barat")), rina)
        assert "15.04 Batanghari" in problems[0].message
        assert "15.06 Tanjung Jabung Barat" in problems[1].message

    def test_a_source_again_in_an_accepted_report(self, ready, rina, vera):
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        accept_report(Report.objects.get(), by=vera)
        problems = refused(sheet(row(value="56")), rina)
        assert places(problems) == [("locked_period", 2, "realisasi", "F2")]
        assert "MCP Kerinci, Tahun 2018, sudah diterima (angkanya: 55)" in problems[0].message

    def test_a_new_figure_in_an_accepted_report(self, ready, rina, vera, mcp):
        make.make_indicator(mcp.program, "MCP-2", name="Perencanaan")
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        accept_report(Report.objects.get(), by=vera)
        problems = refused(sheet(row(value="56", indicator="MCP-2")), rina)
        assert places(problems) == [("locked_period", 2, "realisasi", "F2")]

    def test_two_targets_for_one_figure(self, ready, rina):
        content = sheet(row(target="80"), row(target="85", source="KPK"))
        assert places(refused(content, rina)) == [("conflicting_target", 3, "target", "E3")]

    def test_a_target_outside_the_scale(self, ready, rina):
        assert places(refused(sheet(row(target="90–110")), rina)) == [("out_of_range", 2, "target", "E2")]

    @pytest.mark.parametrize("who", ["budi", "vera", "nia", "pimpin", "ani"])
    def test_who_may_not_import(self, ready, request, who):
        problems = refused(sheet(row()), request.getfixturevalue(who))
        assert places(problems) == [("not_permitted", None, "", "")]

    def test_dewi_of_kalbar_imports_nothing_of_jambi(self, ready, dewi):
        problems = refused(sheet(row()), dewi)
        assert places(problems) == [("not_permitted", 2, "kode_wilayah", "A2")]
        assert "Kerinci di luar lingkup tugas Anda" in problems[0].message


class TestSources:
    def test_another_source_is_noted_beside_the_figure(self, ready, rina):
        import_sheet(sheet(row(value="55")), "berita.csv", by=rina)
        batch = import_sheet(sheet(row(value="54", source="Kementerian")), "kemen.csv", by=rina)
        measurement = Measurement.objects.get()
        assert measurement.value == 55
        assert measurement.chosen.source.name == "Berita"
        assert batch.observations.get().value == 54
        assert (batch.rows_new, batch.rows_changed) == (1, 0)

    def test_beside_an_accepted_figure_too(self, ready, rina, vera):
        import_sheet(sheet(row(value="55")), "berita.csv", by=rina)
        accept_report(Report.objects.get(), by=vera)
        report = Report.objects.values().get()
        import_sheet(sheet(row(value="54", source="Kementerian")), "kemen.csv", by=rina)
        assert Report.objects.values().get() == report
        assert Measurement.objects.get().value == 55
        assert Observation.objects.count() == 2

    def test_two_sources_in_one_file_the_first_fills_the_second_stands_beside(self, ready, rina):
        import_sheet(sheet(row(value="55"), row(value="54", source="Kementerian")), "lembar.csv", by=rina)
        measurement = Measurement.objects.get()
        assert (measurement.value, measurement.chosen.source.name) == (55, "Berita")
        assert measurement.observations.count() == 2

    def test_the_row_beside_may_come_first_in_a_revision(self, ready, rina):
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        revision = sheet(row(value="54", source="Kementerian"), row(value="56"))
        import_sheet(revision, "revisi.csv", by=rina)
        measurement = Measurement.objects.get()
        assert (measurement.value, measurement.chosen.value) == (56, 56)
        assert measurement.chosen.source.name == "Berita"

    def test_letters_case_makes_no_second_source(self, ready, rina):
        import_sheet(sheet(row(value="55", source="Berita")), "lembar.csv", by=rina)
        import_sheet(sheet(row(value="56", source="BERITA")), "lembar.csv", by=rina)
        assert Source.objects.get().name == "Berita"
        assert Measurement.objects.get().value == 56


class TestRevisions:
    def test_changes_only_what_changed(self, ready, rina):
        import_sheet(sheet(row("15.01", "55"), row("15.02", "52")), "lembar.csv", by=rina)
        batch = import_sheet(sheet(row("15.01", "55"), row("15.02", "53")), "revisi.csv", by=rina)
        assert (batch.rows_new, batch.rows_changed, batch.rows_same) == (0, 1, 1)
        assert batch.observations.get().value == 53
        changed = Measurement.objects.get(unit__code="15.02")
        assert (changed.value, changed.chosen.batch) == (53, batch)
        line = Change.objects.get(batch=batch, object_type="programs.measurement")
        assert line.pairs["value"] == ["52", "53"]
        assert Report.objects.get(unit__code="15.01").version == 1
        assert Report.objects.get(unit__code="15.02").version == 2

    def test_a_remark_alone_is_a_change(self, ready, rina):
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        batch = import_sheet(sheet(row(value="55", note="Nilai B")), "lembar.csv", by=rina)
        assert batch.rows_changed == 1
        assert Measurement.objects.get().note == "Nilai B"

    def test_a_returned_report_is_sent_again(self, ready, rina, vera):
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        return_report(Report.objects.get(), by=vera, reason="Angka tertukar.")
        import_sheet(sheet(row(value="56")), "revisi.csv", by=rina)
        report = Report.objects.get()
        assert (report.state, report.version) == ("dikirim", 3)
        accept_report(report, by=vera)

    def test_a_draft_that_an_operator_began_is_filled_and_sent(self, ready, rina, budi, kerinci, mcp):
        other = make.make_indicator(mcp.program, "MCP-2", name="Perencanaan")
        record_observation(
            unit=kerinci,
            indicator=other,
            period=make.make_period(2018),
            source=make.make_source("Inspektorat"),
            value=70,
            by=budi,
        )
        import_sheet(sheet(row(value="55")), "lembar.csv", by=rina)
        report = Report.objects.get()
        assert (report.state, report.submitted_by) == ("dikirim", rina)
        assert report.measurements.count() == 2

    def test_a_code_is_sought_in_the_province_first(self, ready, rina, jambi, mcp):
        own = make.make_indicator(mcp.program, "LOKAL", owner=jambi)
        make.make_indicator(mcp.program, "LOKAL")
        import_sheet(sheet(row(indicator="LOKAL")), "lembar.csv", by=rina)
        assert Measurement.objects.get().indicator == own

    def test_another_provinces_code_is_unknown(self, ready, rina, kalbar, mcp):
        make.make_indicator(mcp.program, "KALBAR", owner=kalbar)
        assert places(refused(sheet(row(indicator="KALBAR")), rina)) == [
            ("unknown_indicator", 2, "kode_indikator", "B2")
        ]

    def test_a_code_in_small_letters_is_the_same_code(self, ready, rina, mcp):
        import_sheet(sheet(row(indicator="mcp")), "lembar.csv", by=rina)
        assert Measurement.objects.get().indicator == mcp

    def test_a_period_is_made_when_it_is_first_needed(self, ready, rina):
        assert not Period.objects.exists()
        import_sheet(sheet(row(period="TW I", year="2024")), "lembar.csv", by=rina)
        period = Period.objects.get()
        assert (period.code, period.starts_on, period.ends_on) == ("TW1", date(2024, 1, 1), date(2024, 3, 31))


class TestTargets:
    def test_a_target_comes_with_the_figure(self, ready, rina):
        import_sheet(sheet(row(target="80")), "lembar.csv", by=rina)
        target = Target.objects.get()
        assert (target.low, target.high, target.set_by) == (80, None, rina)
        assert target.source == "Lembar lembar.csv, sel E2"

    def test_a_range(self, ready, rina):
        import_sheet(sheet(row(target="7–8")), "lembar.csv", by=rina)
        assert Target.objects.values_list("low", "high").get() == (7, 8)

    def test_is_appended_only_where_it_differs(self, ready, rina):
        for target, rows_changed in (("80", 0), ("82", 1)):
            batch = import_sheet(sheet(row(target=target)), "lembar.csv", by=rina)
            assert batch.rows_changed == rows_changed
        assert import_sheet(sheet(row(target="82")), "lembar.csv", by=rina) is None
        assert list(Target.objects.order_by("pk").values_list("low", flat=True)) == [80, 82]
        assert Target.objects.current().get().low == 82

    def test_an_empty_target_leaves_the_one_that_stands(self, ready, rina):
        import_sheet(sheet(row(target="80")), "lembar.csv", by=rina)
        assert import_sheet(sheet(row(target="")), "lembar.csv", by=rina) is None
        assert Target.objects.current().get().low == 80

    def test_a_target_alone_leaves_the_report_in_peace(self, ready, rina, vera):
        import_sheet(sheet(row()), "lembar.csv", by=rina)
        accept_report(Report.objects.get(), by=vera)
        import_sheet(sheet(row(target="80")), "lembar.csv", by=rina)
        assert Report.objects.get().state == "diterima"
        assert Observation.objects.count() == 1


def test_the_same_bytes_are_kept_once(ready, rina):
    content = sheet(row())
    first = import_sheet(content, "lembar.csv", by=rina)
    Observation.objects.count()
    import_sheet(sheet(row(value="56")), "lembar.csv", by=rina)
    import_sheet(content, "lembar.csv", by=rina)
    assert StoredFile.objects.count() == 2
    assert ImportBatch.objects.filter(file=first.file).count() == 2
