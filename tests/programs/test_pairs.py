"""Two indicators whose gap is followed: in the admin, and on the pages of their program."""

import pytest

from programs.models import Indicator, IndicatorPair
from tests import factories as make
from tests.adminform import read_form
from tests.dashboard.reading import read

pytestmark = pytest.mark.django_db
ADD = "/admin/programs/indicatorpair/add/"
PROGRAM = "/program/nasional/ASN/"
BEYOND = "di luar batas wajar"


@pytest.fixture
def program(db):
    return make.make_program("ASN", "Penilaian kinerja ASN")


@pytest.fixture
def pair(program):
    """The mean individual score and the agency's own; 10 points apart are usual."""
    first = make.make_indicator(program, "SKP", "Rata-rata SKP")
    return make.make_pair(first, code="SAKIP", name="Nilai SAKIP", tolerance=10)


@pytest.fixture
def agency(jambi):
    tanjab = make.make_regency("15.06", "Tanjung Jabung Barat", province=jambi)
    return make.make_agency("15.06-dinkes", "Dinas Kesehatan Kabupaten Tanjung Jabung Barat", parent=tanjab)


def report(pair, unit, year, first, second, state="diterima"):
    made = make.make_report(unit, pair.program, make.make_period(year), state=state)
    make.make_measurement(made, pair.first, first)
    make.make_measurement(made, pair.second, second)


def row_of(page, name):
    part = page.split('id="pasangan"')[1]
    return part.split(f'<th scope="row">{name}</th>')[1].split("</tr>")[0]


class TestPage:
    def test_the_gap_of_an_agency_and_whether_it_is_usual(self, client, pair, agency):
        report(pair, agency, 2020, 88, "63.5")
        row = row_of(read(client, PROGRAM), agency.name)
        assert "+24,5" in row and BEYOND in row
        assert "1 dari 1 selisih di luar batas wajar." in read(client, PROGRAM)

    def test_at_the_very_edge_it_is_usual(self, client, pair, agency):
        report(pair, agency, 2020, 70, 80)
        page = read(client, PROGRAM)
        assert "−10" in row_of(page, agency.name) and BEYOND not in row_of(page, agency.name)
        assert "Semua selisih dalam batas wajar." in page

    def test_a_unit_with_one_of_the_two_has_no_gap(self, client, pair, agency, kerinci):
        report(pair, agency, 2020, 70, 80)
        report(pair, kerinci, 2020, 70, None)
        page = read(client, PROGRAM)
        assert "Kabupaten Kerinci</th>" not in page.split('id="pasangan"')[1]

    def test_drafts_are_followed_inside_only(self, client, logged_in, rina, pair, agency):
        report(pair, agency, 2020, 88, 60, state="draf")
        report(pair, agency.parent, 2020, 80, 80)
        assert "+28" not in read(client, PROGRAM)
        page = read(logged_in(rina), f"/kerja/program/{pair.program_id}/")
        assert "+28" in row_of(page, agency.name)

    def test_both_must_be_public(self, client, pair, agency):
        report(pair, agency, 2020, 88, 60)
        Indicator.objects.filter(code="SAKIP").update(visibility="terbatas")
        page = read(client, PROGRAM)
        assert "Nilai SAKIP" not in page and "+28" not in page

    def test_none_that_might_give_a_small_cell_back(self, client, pair, agency):
        report(pair, agency, 2020, 3, 60)
        Indicator.objects.filter(code="SKP").update(suppress_small_cells=True)
        assert "−57" not in read(client, PROGRAM)

    def test_sari_of_another_regency_does_not_see_it(self, logged_in, sari, pair, agency):
        report(pair, agency, 2020, 88, 60, state="draf")
        assert "+28" not in read(logged_in(sari), f"/kerja/program/{pair.program_id}/")

    def test_who_serves_its_regency_does(self, logged_in, pair, agency):
        report(pair, agency, 2020, 88, 60, state="draf")
        tono = make.make_user("tono")
        make.make_assignment(tono, unit=agency.parent.regency)
        page = read(logged_in(tono), f"/kerja/program/{pair.program_id}/")
        assert "+28" in row_of(page, agency.name)


class TestAdmin:
    @pytest.fixture
    def own(self, jambi, dinsos):
        return make.make_program("PKH", owner=jambi, agency=dinsos)

    def fill(self, client, program, first, second, **typed):
        asked = read_form(client.get(ADD), "indicatorpair_form")
        typed = {"program": program.pk, "name": "Pasangan", "first": first.pk, "second": second.pk} | typed
        return client.post(ADD, asked | typed)

    def indicators(self, program, unit="nilai"):
        return [
            make.make_indicator(program, f"I-{part}", owner=program.owner, measure_unit=measure)
            for part, measure in (("A", "nilai"), ("B", unit))
        ]

    def test_an_agency_declares_the_pairs_of_its_program(self, logged_in, wayan, own):
        answer = self.fill(logged_in(wayan), own, *self.indicators(own), tolerance="7,5")
        assert answer.status_code == 302
        assert str(IndicatorPair.objects.get().tolerance) == "7.500000"

    def test_only_figures_of_one_unit_of_measure(self, logged_in, wayan, own):
        answer = self.fill(logged_in(wayan), own, *self.indicators(own, "%"))
        assert "Satuannya berbeda: nilai dan %." in answer.content.decode()
        assert not IndicatorPair.objects.exists()

    def test_an_indicator_with_itself_is_no_pair(self, logged_in, wayan, own):
        first, _second = self.indicators(own)
        answer = self.fill(logged_in(wayan), own, first, first)
        assert "Pilih dua indikator yang berbeda." in answer.content.decode()

    def test_dewi_declares_none_for_a_program_of_jambi(self, logged_in, dewi, own):
        self.fill(logged_in(dewi), own, *self.indicators(own))
        assert not IndicatorPair.objects.exists()
