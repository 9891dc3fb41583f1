"""What holds for every page of /kerja/: the door, the frame, the weight, the number of queries."""

import gzip
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import transaction

from dashboard.work.urls import urlpatterns
from tests import factories as make
from tests.dashboard.reading import read
from tests.house.crawling import Reader

pytestmark = pytest.mark.django_db

SHEETS = [Path(settings.BASE_DIR) / "static" / "css" / name for name in ("rakor.css", "kerja.css")]
BUDGET = 90_000
"""Bytes over the wire of a first visit: page and sheets, no font, no picture, one script at most."""
SCRIPT = Path(settings.BASE_DIR) / "static" / "js" / "keep.js"
"""It keeps what is typed on the page of a report that is open; no other page has one."""


@pytest.fixture
def pages(returned, owed, apart):
    """One address of every page that shows something."""
    return [
        "/kerja/",
        "/kerja/laporan/",
        f"/kerja/laporan/{returned.pk}/",
        "/kerja/laporan/terima/",
        "/kerja/pelaporan/",
        f"/kerja/laporan/{returned.pk}/rincian/{returned.measurements.get().indicator_id}/",
        "/kerja/program/",
        f"/kerja/program/{returned.program_id}/",
        f"/kerja/indikator/{returned.measurements.get().indicator_id}/",
        "/kerja/sinkronisasi/",
        "/kerja/sinkronisasi/tingkat/",
        f"/kerja/sinkronisasi/selesaikan/?pilih={apart.pk}.1",
        f"/kerja/angka/{apart.measurement_id}/",
        "/kerja/tindak-lanjut/",
        f"/kerja/tindak-lanjut/{owed.reference}/",
        "/kerja/pemberitahuan/",
        "/kerja/rakor/",
        f"/kerja/rakor/{owed.outcome.rakor_id}/",
    ]


class TestDoor:
    def test_without_an_account_every_address_leads_to_the_door(self, client, pages):
        files = [
            "/kerja/laporan/1/periksa/",
            "/kerja/laporan/1/buka/",
            "/kerja/laporan/mulai/",
            "/kerja/laporan/bukti/1/",
            "/kerja/pelaporan/daftar.csv",
            "/kerja/dokumen/1/",
            "/kerja/bukti/1/",
            "/kerja/sumber/1/",
            "/kerja/pemberitahuan/1/",
            "/kerja/pemberitahuan/dibaca/",
            "/kerja/sinkronisasi/bawa/",
        ]
        assert len([*pages, *files]) == len(urlpatterns)
        for address in [*pages, *files]:
            for ask in (client.get, client.post):
                answer = ask(address)
                assert answer.status_code == 302, address
                assert answer["Location"] == f"/masuk/?next={quote(address)}"
                assert answer["Cache-Control"] == "private, no-store"

    def test_no_page_is_kept_anywhere(self, logged_in, pages, suri):
        client = logged_in(suri)
        for address in pages:
            answer = client.get(address)
            assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store"), address

    def test_who_signs_in_lands_here(self, client, budi):
        answer = client.post("/masuk/", {"username": "budi", "password": "kata-sandi-uji"})
        assert answer["Location"] == "/kerja/"

    def test_an_account_without_assignments_is_led_back_to_the_door(self, logged_in, pages):
        client = logged_in(make.make_user("baru"))
        assert {client.get(address).status_code for address in pages} == {302}

    @pytest.mark.parametrize("who", ["rina", "wayan", "vera", "nia", "pimpin", "ani", "suri"])
    def test_the_admin_is_offered_to_who_has_work_there(self, page_of, request, who):
        assert '<a href="/admin/">Ruang admin</a>' in page_of(request.getfixturevalue(who), "/kerja/")

    def test_not_to_who_only_reports(self, page_of, budi):
        assert "/admin/" not in page_of(budi, "/kerja/")

    def test_the_admin_leads_back(self, logged_in, rina):
        assert 'href="/kerja/"' in logged_in(rina).get("/admin/").text


class TestFrame:
    def test_headings_landmarks_and_ids(self, page_of, pages, suri):
        for address in pages:
            content = Reader()
            content.feed(page_of(suri, address))
            levels = content.headings
            assert levels.count(1) == 1, address
            assert all(b - a <= 1 for a, b in zip(levels, levels[1:], strict=False)), (address, levels)
            assert len(content.ids) == len(set(content.ids)), address
            assert content.title.endswith(" · Rakor"), address
            assert not [one for one in content.inline if "js/keep" not in one], address

    def test_nothing_comes_from_elsewhere_and_no_script(self, page_of, pages, suri):
        for address in pages:
            page = page_of(suri, address)
            scripts = re.findall(r'<script src="/static/js/(\w+)[^"]*" defer></script>', page)
            assert scripts == (["keep"] if "data-simpan" in page else []), address
            assert page.count("<script") == len(scripts) and 'name="robots" content="noindex"' in page
            assert set(re.findall(r'<link rel="stylesheet" href="(/static/css/\w+)', page)) == {
                "/static/css/rakor",
                "/static/css/kerja",
            }

    def test_the_open_room_is_marked_and_the_front_only_on_itself(self, page_of, pages, budi):
        for address, marked in (("/kerja/", "/kerja/"), (pages[1], pages[1]), (pages[2], pages[1])):
            found = re.findall(r'<a href="([^"]+)" aria-current="\w+"', page_of(budi, address))
            assert found.count(marked) >= 2 and set(found) == {marked}, address

    def test_who_is_here_and_the_way_out(self, page_of, budi):
        page = page_of(budi, "/kerja/")
        assert "<h2>Budi</h2><p>Operator, Kabupaten Kerinci</p>" in page
        assert 'action="/keluar/"' in page

    def test_long_names_stand_in_full(self, page_of, jambi, met, days):
        name = "Badan Kesatuan Bangsa dan Politik, Perlindungan Masyarakat, dan Penanggulangan Bencana Daerah"
        islands = make.make_regency("15.90", "Administrasi Kepulauan Seribu", province=jambi)
        agency = make.make_agency("15.90-a", name, parent=islands)
        user = make.make_user("lia", name="Lia")
        make.make_assignment(user, unit=islands)
        make.make_follow_up(met.outcomes.get(), "Mendata", agency, due_on=days(-1))
        page = page_of(user, "/kerja/")
        assert name in page and "Kabupaten Administrasi Kepulauan Seribu" in page and "…" not in page

    def test_in_english(self, client, logged_in, pages, suri):
        client.cookies["bahasa"] = "en"
        for address in pages:
            assert '<html lang="en"' in read(logged_in(suri), address)


def over_the_wire(text):
    return len(gzip.compress(text.encode(), 6))


def test_a_first_visit_is_light(page_of, pages, met, kerinci, days, budi):
    for number in range(30):
        make.make_follow_up(met.outcomes.get(), f"Pekerjaan {number}", kerinci, due_on=days(-number))
    sheets = sum(over_the_wire(path.read_text(encoding="utf-8")) for path in SHEETS)
    read_by_him = [one for one in pages[:-1] if not any(act in one for act in ("selesaikan", "terima"))]
    visits = {address: page_of(budi, address) for address in read_by_him}
    script = over_the_wire(SCRIPT.read_text(encoding="utf-8"))
    weights = {
        address: sheets + over_the_wire(page) + script * ("<script" in page)
        for address, page in visits.items()
    }
    assert max(weights.values()) < BUDGET / 4, weights


class TestSheet:
    SHEET = SHEETS[1].read_text(encoding="utf-8")

    def test_it_is_light_and_writes_no_colour(self):
        assert over_the_wire(self.SHEET) < 3_000
        assert not re.search(r"#[0-9a-f]{3,6}\b(?!:)|rgba?\(", self.SHEET.replace("#akun", ""))


QUERIES = {
    "/kerja/": 25,
    "/kerja/laporan/": 20,
    "/kerja/pelaporan/": 31,
    "/kerja/sinkronisasi/": 18,
    "/kerja/sinkronisasi/tingkat/": 12,
    "/kerja/sinkronisasi/?daerah=aceh&selisih=1&umur=0&urut=umur": 12,
    "/kerja/tindak-lanjut/": 8,
    "/kerja/tindak-lanjut/?lingkup=semua&keadaan=lewat": 8,
    "/kerja/pemberitahuan/": 8,
    "/kerja/rakor/": 11,
    "/kerja/program/": 9,
}


@pytest.mark.slow
class TestQueries:
    """At 11 regencies and at 514, for the superuser, who finds all of them."""

    def count(self, number, count_queries):
        from tests.house import country

        with transaction.atomic():
            country.found(number)
            found = {address: count_queries(address) for address in QUERIES}
            transaction.set_rollback(True)
        return found

    def test_they_are_fixed(self, logged_in, count_queries, suri):
        logged_in(suri)
        few, many = self.count(11, count_queries), self.count(514, count_queries)
        assert many == few
        assert {address: few[address] for address in QUERIES if few[address] > QUERIES[address]} == {}

    def test_a_report_costs_the_same_with_one_line_and_with_thirty(
        self, logged_in, count_queries, pks, returned, budi
    ):
        logged_in(budi)
        first = count_queries(f"/kerja/laporan/{returned.pk}/")
        for number in range(30):
            indicator = make.make_indicator(pks, name=f"Butir {number}")
            figure = make.make_measurement(returned, indicator, number)
            make.make_observation(figure, number)
        assert count_queries(f"/kerja/laporan/{returned.pk}/") == first <= 21
