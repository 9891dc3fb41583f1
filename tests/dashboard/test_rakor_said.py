"""What was said in numbers, signed and handed in, on the page of a Rakor."""

from datetime import date

import pytest

from meetings.models import Agreement, AgreementParty, Document, Figure
from tests import factories as make
from tests.dashboard import reading

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def rakor(jambi):
    return make.make_rakor(region=jambi)


def read(client, rakor):
    return reading.read(client, rakor.get_absolute_url())


class TestFigures:
    def figure(self, rakor, **fields):
        return Figure.objects.create(rakor=rakor, **{"label": "SKK", "value": 25, **fields})

    @pytest.mark.parametrize(
        "fields, said",
        [
            ({"measure_unit": "SKK"}, ">25 SKK<"),
            ({"value": 50, "qualifier": "sekitar", "measure_unit": "SKK"}, ">sekitar 50 SKK<"),
            ({"value": 1234, "qualifier": "lebih", "measure_unit": "orang"}, ">lebih dari 1.234 orang<"),
            ({"value": 500000, "measure_unit": "Rp per bulan"}, ">Rp500.000 per bulan<"),
            ({"value": 500000, "measure_unit": "rupiah"}, ">Rp500.000<"),
            ({"value": "85.5", "measure_unit": "%"}, ">85,5%<"),
        ],
    )
    def test_as_it_was_said(self, client, rakor, fields, said):
        self.figure(rakor, **fields)
        assert said in read(client, rakor)

    def test_what_was_before_who_said_it_and_how_it_is_printed(self, client, rakor):
        head = make.make_role(rakor, name="Rosa Candra Budhi", office="Kepala Dinas Sosial")
        self.figure(
            rakor,
            label="Tali asih",
            value=500000,
            measure_unit="Rp per bulan",
            period="2024",
            previous_value=100000,
            previous_period="2023",
            by_role=head,
            as_printed="tahun 2004",
            nature="rencana",
        )
        page = read(client, rakor)
        assert "Rp100.000 per bulan (2023)" in page
        assert "Rosa Candra Budhi, Kepala Dinas Sosial" in page
        assert "<q>tahun 2004</q>" in page
        assert "Rencana</span>" in page
        assert "belum diverifikasi" in page


class TestAgreements:
    def test_parties_stand_by_side(self, client, rakor, kerinci):
        kejari = make.make_agency("15.01-kejari", "Kejaksaan Negeri", parent=kerinci)
        agreement = Agreement.objects.create(
            rakor=rakor, title="Bantuan hukum", number="12/2021", signed_on=date(2021, 9, 2)
        )
        for order, number in enumerate(range(10)):
            dinas = make.make_agency(f"15.01-d{number}", f"Dinas {number}", parent=kerinci)
            AgreementParty.objects.create(agreement=agreement, side=1, order=order, unit=dinas)
        AgreementParty.objects.create(agreement=agreement, side=2, unit=kejari)
        page = read(client, rakor)
        assert "Pihak kesatu (10)" in page
        assert "Pihak kedua (1)" in page
        assert f"ditandatangani 2{NBSP}September 2021" in page
        assert page.index("Dinas 9") < page.index("Kejaksaan Negeri")

    @pytest.mark.parametrize(
        "dates, said",
        [
            ((date(2021, 1, 1), None), f"berlaku sejak 1{NBSP}Januari 2021"),
            ((None, date(2023, 1, 1)), f"berlaku sampai 1{NBSP}Januari 2023"),
            ((date(2021, 1, 1), date(2023, 1, 1)), f"berlaku 1{NBSP}Januari 2021–1{NBSP}Januari 2023"),
        ],
    )
    def test_validity(self, client, rakor, dates, said):
        Agreement.objects.create(rakor=rakor, title="MoU", valid_from=dates[0], valid_to=dates[1])
        assert said in read(client, rakor)


class TestPapers:
    def test_a_link_is_followed_and_a_stored_file_is_not_handed_out(self, client, rakor):
        Document.objects.create(rakor=rakor, kind="notula", title="Notula", url="https://jambi.go.id/n.pdf")
        Document.objects.create(
            rakor=rakor, kind="daftar_hadir", title="Daftar hadir", file=make.make_file("hadir.pdf")
        )
        page = read(client, rakor)
        assert 'href="https://jambi.go.id/n.pdf"' in page
        assert "salinan dapat diminta kepada PPID" in page
        assert "files/" not in page

    def test_none_is_said(self, client, rakor):
        assert "Belum ada dokumen resmi" in read(client, rakor)
