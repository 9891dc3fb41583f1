"""Figures, observations and imports in the admin: read by who reaches them, taken away as a sheet."""

import re

import pytest
from django.urls import reverse

from programs.batches import retract_batch
from programs.importing import import_sheet, preview_sheet
from programs.judging import accept_report
from programs.models import Measurement, Observation, Report
from rakor.lib.sheets import read_sheet
from records.models import ImportBatch
from tests import factories as make
from tests.programs.sheets import TITLES, contents, row, sheet

pytestmark = pytest.mark.django_db

FIGURES = reverse("admin:programs_measurement_changelist")
OBSERVATIONS = reverse("admin:programs_observation_changelist")
BATCHES = reverse("admin:records_importbatch_changelist")
CSV = reverse("admin:programs_measurement_export")
XLSX = reverse("admin:programs_measurement_export_xlsx")


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def batch_page(batch, act="change"):
    return reverse(f"admin:records_importbatch_{act}", args=[batch.pk])


@pytest.fixture
def batch(ready, rina):
    content = sheet(
        row("15.01", "55,25", target="80"),
        row("15.02", "52", target="7–8", note="Nilai B"),
        row("15.03", "60"),
    )
    return import_sheet(content, "lembar.csv", by=rina)


class TestReading:
    @pytest.mark.parametrize("address", [FIGURES, OBSERVATIONS, BATCHES])
    @pytest.mark.parametrize("who", ["rina", "vera", "ani", "suri"])
    def test_who_reaches_jambi_sees_them(self, batch, request, logged_in, who, address):
        page = text(logged_in(request.getfixturevalue(who)).get(address))
        assert "lembar.csv" in page if address == BATCHES else "Kerinci" in page or "55,25" in page

    @pytest.mark.parametrize("address", [FIGURES, OBSERVATIONS, BATCHES])
    def test_dewi_of_kalbar_sees_none(self, batch, dewi, logged_in, address):
        page = text(logged_in(dewi).get(address))
        assert "Kerinci" not in page
        assert "lembar.csv" not in page

    def test_budi_sees_the_figure_of_kerinci_only(self, batch, budi, logged_in):
        page = text(logged_in(budi).get(FIGURES))
        assert "55,25" in page
        assert "Merangin" not in page

    def test_a_figure_shows_what_every_source_said(self, batch, rina, vera, logged_in):
        import_sheet(sheet(row("15.01", "54", source="Kementerian")), "kemen.csv", by=rina)
        figure = Measurement.objects.get(unit__code="15.01")
        page = text(logged_in(vera).get(reverse("admin:programs_measurement_change", args=[figure.pk])))
        assert "Kementerian" in page
        assert "Berita" in page
        assert "terpilih" in page

    @pytest.mark.parametrize("model", [Measurement, Observation])
    @pytest.mark.parametrize("act", ["change", "delete"])
    def test_nobody_changes_or_deletes_one(self, batch, suri, logged_in, model, act):
        obj = model.objects.first()
        address = reverse(f"admin:programs_{model._meta.model_name}_{act}", args=[obj.pk])
        assert logged_in(suri).post(address, {"post": "yes"}).status_code == 403
        assert model.objects.filter(pk=obj.pk).exists()


class TestExport:
    @pytest.mark.parametrize("address, name", [(CSV, "angka.csv"), (XLSX, "angka.xlsx")])
    def test_a_sheet_taken_away_is_read_in_again_as_it_is(self, batch, rina, logged_in, address, name):
        content = logged_in(rina).get(address).content
        preview = preview_sheet(content, name, by=rina)
        assert preview.problems == []
        assert (len(preview.rows), preview.changes_anything) == (3, False)

    def test_names_by_codes_and_words(self, batch, rina, logged_in):
        lines = logged_in(rina).get(CSV).content.decode("utf-8-sig").splitlines()
        assert lines[0] == (
            "kode_wilayah;kode_indikator;tahun;periode;target;realisasi;sumber;keterangan;"
            "per_tanggal;satuan;keadaan;laporan"
        )
        assert lines[1] == "15.01;MCP;2018;TAHUNAN;80;55,25;Berita;;;nilai;ada nilai;Dikirim"
        assert lines[2] == "15.02;MCP;2018;TAHUNAN;7–8;52;Berita;Nilai B;;nilai;ada nilai;Dikirim"

    @pytest.mark.parametrize("address, name", [(CSV, "angka.csv"), (XLSX, "angka.xlsx")])
    @pytest.mark.parametrize("language", ["id", "en"])
    def test_days_units_and_states_come_back_as_they_went(
        self, ready, rina, logged_in, address, name, language
    ):
        rows = [
            f"{row('15.01')};30 Juni 2018;Nilai;",
            f"{row('15.02', value='')};31/12/2018;;tidak berlaku",
            f"{row('15.03', value='-')};;;belum lapor",
        ]
        titles = f"{TITLES};per_tanggal;satuan;keadaan"
        import_sheet(sheet(*rows, titles=titles), "lembar.csv", by=rina)
        taken_back = import_sheet(sheet(row("15.04")), "keliru.csv", by=rina)
        retract_batch(taken_back, by=rina, reason="Keliru.")
        client = logged_in(rina)
        client.cookies["bahasa"] = language
        before = contents()
        content = client.get(address).content
        preview = preview_sheet(content, name, by=rina)
        assert preview.problems == []
        assert [str(line.effect) for line in preview.rows] == ["sama"] * 3
        assert import_sheet(content, name, by=rina) is None
        assert contents() == before

    @pytest.mark.parametrize("start", ["=", "+", "-", "@"])
    def test_no_cell_is_run_as_a_formula(self, ready, rina, logged_in, start):
        import_sheet(sheet(row(source=f"'{start}HYPERLINK(1)")), "lembar.csv", by=rina)
        assert Measurement.objects.get().chosen.source.name == f"{start}HYPERLINK(1)"
        client = logged_in(rina)
        assert f";'{start}HYPERLINK(1);" in client.get(CSV).content.decode("utf-8-sig")
        cells = [
            cell
            for line in read_sheet(client.get(XLSX).content, "angka.xlsx").rows
            for cell in line.cells.values()
        ]
        assert [cell.is_formula for cell in cells if "HYPERLINK" in cell.text] == [False]

    def test_goes_as_far_as_the_person_reaches(self, batch, budi, dewi, logged_in):
        assert logged_in(budi).get(CSV).content.decode().count("15.0") == 1
        assert "15.0" not in logged_in(dewi).get(CSV).content.decode()

    def test_keeps_to_the_filter_of_the_list(self, batch, rina, logged_in):
        content = logged_in(rina).get(f"{CSV}?q=Merangin").content.decode()
        assert "15.02" in content
        assert "15.01" not in content

    def test_nia_takes_nothing_away(self, batch, nia, logged_in):
        client = logged_in(nia)
        assert {client.get(address).status_code for address in (CSV, XLSX)} == {403}


class TestImports:
    def test_the_page_of_an_import_shows_what_it_brought(self, batch, vera, logged_in):
        page = text(logged_in(vera).get(batch_page(batch)))
        for said in ("Kerinci", "55,25", "Nilai B", "F4", "Diimpor oleh"):
            assert said in page
        assert "Dicabut oleh" not in page

    def test_rina_takes_hers_back(self, batch, rina, logged_in):
        logged_in(rina).post(batch_page(batch, "retract"), {"reason": "Berkas keliru."})
        batch.refresh_from_db()
        assert (batch.state, batch.retracted_by) == ("dicabut", rina)
        assert not Measurement.objects.with_value().exists()

    def test_not_while_an_accepted_report_rests_on_it(self, batch, rina, vera, logged_in):
        accept_report(Report.objects.get(unit__code="15.01"), by=vera)
        response = logged_in(rina).post(batch_page(batch, "retract"), {"reason": "Berkas keliru."})
        assert response.status_code == 409
        assert "1 laporan dengan angka dari impor ini sudah diterima" in text(response)
        assert Measurement.objects.with_value().count() == 3

    def test_vera_accepts_what_stands_beside(self, batch, rina, vera, logged_in):
        beside = import_sheet(sheet(row("15.01", "54", source="Kementerian")), "kemen.csv", by=rina)
        logged_in(vera).post(batch_page(beside, "accept"), {"ya": "1"})
        beside.refresh_from_db()
        assert (beside.state, beside.accepted_by) == ("diterima", vera)

    @pytest.mark.parametrize("who, act", [("vera", "retract"), ("rina", "accept"), ("ani", "retract")])
    def test_who_may_not(self, batch, request, logged_in, who, act):
        answers = {"reason": "Berkas keliru."}
        response = logged_in(request.getfixturevalue(who)).post(batch_page(batch, act), answers)
        assert response.status_code == 403
        batch.refresh_from_db()
        assert batch.state == "dikonfirmasi"

    def test_an_admin_of_one_regency_does_not_take_back_an_import_of_three(self, batch, kerinci, logged_in):
        person = make.make_user("kiki", is_staff=True)
        make.make_assignment(person, "admin_instansi", unit=kerinci)
        client = logged_in(person)
        assert client.get(batch_page(batch)).status_code == 200
        assert client.post(batch_page(batch, "retract"), {"reason": "Keliru."}).status_code == 403
        assert ImportBatch.objects.get().state == "dikonfirmasi"

    def test_dewi_does_not_find_it(self, batch, dewi, logged_in):
        client = logged_in(dewi)
        assert client.get(batch_page(batch)).status_code == 404
        assert client.post(batch_page(batch, "retract"), {"reason": "Keliru."}).status_code == 404
