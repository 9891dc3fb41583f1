"""Officials, series, hosts and guests on the page of a Rakor."""

from datetime import date

import pytest

from tests import factories as make
from tests.dashboard import reading

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def rakor(jambi):
    return make.make_rakor(region=jambi)


def read(client, rakor):
    return reading.read(client, rakor.get_absolute_url())


class TestPeople:
    def people(self, client, rakor):
        page = read(client, rakor)
        aside = page[page.index('id="h-peran"') : page.index("</aside>")]
        return " ".join(aside.replace("<b>", "").replace("</b>", "").split())

    def test_several_parts_of_one_official_stand_together(self, client, rakor):
        for order, kind in enumerate(("membuka", "arahan")):
            make.make_role(rakor, name="Fachrori Umar", office="Gubernur Jambi", kind=kind, order=order)
        shown = self.people(client, rakor)
        assert "<dt>Membuka, memberi arahan</dt><dd>Fachrori Umar, Gubernur Jambi</dd>" in shown

    def test_through_another(self, client, rakor):
        bupati = make.make_role(rakor, office="Bupati Muaro Jambi", kind="penyerah")
        make.make_role(
            rakor, office="Asisten III", kind="penyerah", representation="melalui", principal=bupati, order=1
        )
        shown = self.people(client, rakor)
        assert "<dt>Penyerah</dt><dd>Bupati Muaro Jambi, melalui Asisten III</dd>" in shown
        assert shown.count("Bupati Muaro Jambi") == 1

    def test_standing_in_for_another(self, client, rakor):
        governor = make.make_role(rakor, office="Gubernur", name="Al Haris", prefix="Plt.")
        make.make_role(
            rakor, office="Sekda", name="Sudirman", representation="mewakili", principal=governor, order=1
        )
        assert "<dd>Sudirman, Sekda, mewakili Al Haris, Plt. Gubernur</dd>" in self.people(client, rakor)

    def test_host_beside_organiser(self, client, jambi, kerinci):
        kesbangpol = make.make_agency("15-kesbangpol", "Badan Kesbangpol Provinsi Jambi", parent=jambi)
        shown = self.people(client, make.make_rakor(region=jambi, organiser=kesbangpol, host=kerinci))
        assert "Penyelenggara" in shown
        assert '<a href="/daerah/15/">Badan Kesbangpol Provinsi Jambi</a>' in shown
        assert '<dt>Tuan rumah</dt><dd><a href="/daerah/15.01/">Kabupaten Kerinci</a>' in shown


class TestSeries:
    def test_the_one_before_and_the_one_after_are_links(self, client, jambi):
        series = make.make_series("Rakor BKD", region=jambi)
        years = {
            year: make.make_rakor(f"Rakor {year}", region=jambi, series=series, starts_on=date(year, 4, 9))
            for year in (2018, 2019, 2020)
        }
        page = read(client, years[2019])
        assert years[2018].get_absolute_url() in page
        assert years[2020].get_absolute_url() in page
        assert "Rakor BKD · tahunan · tingkat provinsi" in page

    @pytest.mark.parametrize(
        "note, said", [("Kota Sungai Penuh", "Kota Sungai Penuh"), ("", "Belum ditetapkan")]
    )
    def test_who_hosts_next_is_said_while_it_is_open(self, client, jambi, note, said):
        series = make.make_series(region=jambi, rotates_host=True, next_host_note=note)
        rakor = make.make_rakor(region=jambi, series=series)
        assert f"<dt>Tuan rumah berikutnya</dt><dd>{said}</dd>" in read(client, rakor)
        make.make_rakor("Berikutnya", region=jambi, series=series, starts_on=date(2023, 11, 7))
        assert "Tuan rumah berikutnya" not in read(client, rakor)


class TestGuests:
    @pytest.mark.parametrize(
        "fields, said",
        [
            ({"attendance": "hadir"}, "<td>Hadir, jumlah tidak disebut</td>"),
            ({"attendance": "hadir", "attended": 54}, "<td>Hadir, 54 orang</td>"),
            ({"attendance": "hadir", "attended": 54, "expected": 60}, "<td>Hadir, 54 dari 60 orang</td>"),
            ({"attended": 54}, "<td>Hadir, 54 orang</td>"),
            ({}, "<td>Diundang, kehadiran tidak disebut</td>"),
            ({"expected": 11}, "<td>11 diundang, kehadiran tidak disebut</td>"),
            ({"attendance": "tidak_hadir"}, "<td>Tidak hadir</td>"),
            ({"attendance": "diwakili", "represented_by": "Kabid"}, "<td>Diwakili Kabid</td>"),
        ],
    )
    def test_what_is_known_of_a_group(self, client, rakor, fields, said):
        make.make_invitation(rakor, group="Pendamping PKH", **fields)
        assert said in read(client, rakor)

    def test_a_unit_that_came_without_a_count_just_came(self, client, rakor, kerinci):
        make.make_invitation(rakor, kerinci, attendance="hadir")
        assert "Kabupaten Kerinci</a></th><td>Hadir</td>" in read(client, rakor)

    def test_a_long_list_is_folded_and_complete(self, client, rakor):
        for number in range(300):
            make.make_invitation(rakor, group=f"Kelompok {number:03}", order=number, attended=2)
        page = read(client, rakor)
        assert "300 undangan, 600 orang tercatat hadir" in page
        assert "<summary>288 undangan lain</summary>" in page
        assert page.count("Kelompok ") == 300
