"""/kerja/laporan/<pk>/rincian/<indicator>/: rows typed or pasted below a figure of an open report."""

import pytest

from programs.models import Part
from tests import factories as make


@pytest.fixture
def figure(returned):
    """Kerinci's 19 finished actions, in a report that Vera returned."""
    return returned.measurements.get()


@pytest.fixture
def address(figure):
    return f"/kerja/laporan/{figure.report_id}/rincian/{figure.indicator_id}/"


def sent(figure, text):
    return {"rincian": "kecamatan", "baris": text, "dilihat": figure.chosen_id}


def test_rows_are_typed_one_a_line(logged_in, budi, figure, address):
    answer = logged_in(budi).post(address, sent(figure, "Danau Kerinci; 12\n\nGunung Raya; 7"))
    assert answer.status_code == 302
    assert list(Part.objects.values_list("label", "value")) == [("Danau Kerinci", 12), ("Gunung Raya", 7)]


def test_rows_are_pasted_from_a_sheet(logged_in, budi, figure, address):
    logged_in(budi).post(address, sent(figure, "Danau Kerinci\t12\r\nGunung Raya\t7\r\n"))
    assert Part.objects.count() == 2


def test_what_stands_is_shown_as_it_would_be_typed(page_of, logged_in, budi, figure, address):
    logged_in(budi).post(address, sent(figure, "Danau Kerinci; 12\nGunung Raya; 7"))
    page = page_of(budi, address)
    assert "Danau Kerinci; 12\nGunung Raya; 7".replace("\n", " ") in page
    assert "Angka laporan: 19 aksi." in page


def test_every_wrong_line_is_told_and_nothing_typed_is_lost(logged_in, budi, figure, address):
    text = "Danau Kerinci 12\nGunung Raya; dua belas\nSiulak; 7\nsiulak; 1"
    answer = logged_in(budi).post(address, sent(figure, text))
    page = answer.content.decode()
    assert "Baris 1: &quot;Danau Kerinci 12&quot; tidak memuat titik koma." in page
    assert "Baris 2: &quot;dua belas&quot; bukan angka." in page
    assert "Baris 4: siulak sudah ditulis pada baris 3." in page
    assert "Danau Kerinci 12\nGunung Raya; dua belas" in page
    assert not Part.objects.exists()


def test_they_must_add_up_and_both_sums_are_told(logged_in, budi, figure, address):
    answer = logged_in(budi).post(address, sent(figure, "Danau Kerinci; 12\nGunung Raya; 8"))
    page = answer.content.decode()
    assert "Rincian berjumlah 20, angka laporan 19; selisihnya 1." in page
    assert "Danau Kerinci; 12\nGunung Raya; 8" in page
    assert not Part.objects.exists()


def test_who_was_overtaken_is_told(logged_in, budi, figure, address):
    seen = sent(figure, "Danau Kerinci; 19")
    figure.chosen = make.make_observation(figure, 19)
    figure.save()
    answer = logged_in(budi).post(address, seen)
    assert "Angka ini berubah sejak Anda membukanya." in answer.content.decode()
    assert not Part.objects.exists()


@pytest.mark.parametrize("state", ["dikirim", "diterima"])
def test_not_once_the_report_is_sent(logged_in, budi, kerinci, pks, state):
    report = make.make_report(kerinci, pks, make.make_period(2021), state=state)
    figure = make.make_measurement(report, pks.indicators.get(code="AKSI"), 3)
    figure.chosen = make.make_observation(figure, 3)
    figure.save()
    client = logged_in(budi)
    address = f"/kerja/laporan/{report.pk}/rincian/{figure.indicator_id}/"
    assert client.get(address).status_code == 404
    assert client.post(address, sent(figure, "Siulak; 3")).status_code == 404
    assert not Part.objects.exists()


def test_sari_does_not_find_kerinci_s(logged_in, sari, address):
    assert logged_in(sari).get(address).status_code == 404


def test_vera_who_verifies_gives_no_rows(logged_in, vera, figure, address):
    assert logged_in(vera).post(address, sent(figure, "Siulak; 19")).status_code == 403


def test_a_figure_that_was_not_filled_has_none(logged_in, budi, returned):
    other = returned.program.indicators.get(code="LAMA")
    assert logged_in(budi).get(f"/kerja/laporan/{returned.pk}/rincian/{other.pk}/").status_code == 404


def test_the_report_leads_to_it_where_a_figure_stands(page_of, budi, returned, address):
    page = page_of(budi, f"/kerja/laporan/{returned.pk}/")
    other = returned.program.indicators.get(code="LAMA")
    assert f'href="{address}"' in page
    assert f"/rincian/{other.pk}/" not in page
