"""/kerja/: each of the cast finds what waits for him or her, with a link to where it is done."""

import re

import pytest
from django.utils import timezone

from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def rows(page_of):
    """{heading: address} of the rows that a person finds on /kerja/."""

    def find(person):
        page = page_of(person, "/kerja/")
        return {
            name: address
            for address, name in re.findall(r'<a class="r-task[^"]*" href="([^"]+)">.*?<b>(.*?)</b>', page)
        }

    return find


def lede(page):
    return re.search(r'<p class="r-lede[^"]*">(.*?)</p>', page)[1]


def test_nothing_waits(page_of, budi):
    page = page_of(budi, "/kerja/")
    assert "<h1>Hari ini</h1>" in page
    assert lede(page) == "Tidak ada yang perlu perhatian Anda."
    for said in (
        "Tidak ada yang menunggu Anda",
        "Belum ada Rakor yang dijadwalkan",
        "Belum ada minggu ini",
    ):
        assert said in page


@pytest.mark.parametrize("reader", ["pimpin", "ani"])
def test_who_only_reads_is_told_so(page_of, request, reader):
    page = page_of(request.getfixturevalue(reader), "/kerja/")
    assert "Peran Anda membaca." in page
    assert 'href="/kerja/tindak-lanjut/"' in page


def test_a_returned_report_waits_for_its_operator_with_the_reason(rows, page_of, returned, budi, sari, dewi):
    said = "Laporan PKS B12 (September–Desember) 2022 · Kabupaten Kerinci dikembalikan"
    assert rows(budi) == {said: f"/kerja/laporan/{returned.pk}/"}
    page = page_of(budi, "/kerja/")
    assert lede(page) == "Satu hal perlu perhatian."
    assert "Verifikator: «19 melebihi jumlah aksi.»" in page
    for stranger in (sari, dewi):
        assert rows(stranger) == {}


def test_a_draft_of_a_period_that_is_over_needs_attention(page_of, draft, budi):
    page = page_of(budi, "/kerja/")
    assert (
        "belum dikirim" in page and "Periode berakhir 31\xa0Desember 2022. 0 dari 2 indikator terisi" in page
    )
    assert "Draf saya" not in page


def test_a_draft_of_a_period_that_runs_is_only_a_draft(page_of, pks, kerinci, budi):
    make.make_report(kerinci, pks, make.make_period(timezone.localdate().year, "TAHUNAN"))
    page = page_of(budi, "/kerja/")
    assert lede(page) == "Tidak ada yang perlu perhatian Anda."
    assert "Draf saya" in page and "0 dari 2 indikator terisi" in page


def test_the_nearest_date_is_said(page_of, rows, owed, met, kerinci, days, budi, sari):
    make.make_follow_up(met.outcomes.get(), "Menyerahkan SK", kerinci, due_on=days(8))
    make.make_follow_up(met.outcomes.get(), "Jauh", kerinci, due_on=days(60))
    found = rows(budi)
    assert list(found) == ["Mendata ulang", "Menyerahkan SK"]
    assert found["Mendata ulang"] == f"/kerja/tindak-lanjut/{owed.reference}/"
    page = page_of(budi, "/kerja/")
    assert lede(page).startswith("Dua hal perlu perhatian. Yang terdekat jatuh tempo")
    assert "Melewati batas waktu 6 hari" in page and "8 hari lagi" in page
    assert rows(sari) == {}


def test_a_claim_waits_for_the_verifier_and_not_for_who_made_it(rows, owed, budi, vera):
    make.make_review(owed, "diajukan", by=budi)
    assert rows(budi) == {}
    assert list(rows(vera)) == ["Mendata ulang"]


def test_a_claim_that_was_returned_waits_again(page_of, met, kerinci, days, budi, vera):
    follow_up = make.make_follow_up(met.outcomes.get(), "Menyusun", kerinci, due_on=days(40))
    make.make_review(follow_up, "diajukan", by=budi)
    make.make_review(follow_up, "belum_sesuai", by=vera, remark="Kurang tanda tangan")
    page = page_of(budi, "/kerja/")
    assert "Dikembalikan pemeriksa" in page and "Satu hal" in lede(page)


def test_a_report_that_was_sent_waits_for_a_second_person(rows, pks, kerinci, vera, rina, budi):
    report = make.make_report(kerinci, pks, state="dikirim", submitted_by=budi)
    said = "Laporan PKS Tahun 2018 · Kabupaten Kerinci menunggu pemeriksaan"
    assert rows(vera) == {said: f"/kerja/laporan/{report.pk}/"}
    assert rows(rina) == rows(budi) == {}


def test_an_import_waits_for_a_second_person(rows, returned, vera, rina, dewi):
    batch = make.make_batch(by=rina)
    make.make_observation(returned.measurements.get(), 18, by=rina, batch=batch)
    said = "Impor lembar.xlsx menunggu orang kedua"
    assert rows(vera)[said] == f"/admin/records/importbatch/{batch.pk}/change/"
    for other in (rina, dewi):
        assert said not in rows(other)


def test_an_evaluation_waits_to_be_determined_then_published(rows, jambi, vera, rina, budi):
    done = {"state": "dihitung", "computed_by": rina, "computed_at": timezone.now()}
    round_ = make.make_round(region=jambi, **done)
    [said] = rows(vera)
    assert said.endswith("menunggu penetapan")
    assert rows(rina) == rows(budi) == {}
    round_.state, round_.determined_by, round_.determined_at = "ditetapkan", vera, timezone.now()
    round_.sha256, round_.text = "0" * 64, "penetapan"
    round_.save()
    [said] = rows(vera)
    assert said.endswith("menunggu pengumuman")


def test_a_rakor_to_finish_waits_for_who_logs_it(rows, page_of, jambi, nia, budi):
    held = make.make_rakor("Rakor kemarin", region=jambi)
    make.make_rakor("Rakor yang disusun", region=jambi, state="draf")
    assert rows(nia) == {
        "Rakor kemarin belum ditutup": f"/admin/meetings/rakor/{held.pk}/change/",
        "Rakor yang disusun": f"/admin/meetings/rakor/{held.pk + 1}/change/",
    }
    assert "Draf saya" in page_of(nia, "/kerja/")
    assert rows(budi) == {}


def test_the_next_rakor_is_no_task(page_of, rows, jambi, kerinci, days, budi, sari):
    rakor = make.make_rakor("Rakor depan", region=jambi, state="dijadwalkan", starts_on=days(5), venue="Aula")
    make.make_invitation(rakor, unit=kerinci)
    page = page_of(budi, "/kerja/")
    assert f'<a href="/kerja/rakor/{rakor.pk}/">Rakor depan</a>' in page and "Aula" in page
    assert rows(budi) == {}
    assert "Rakor depan" not in page_of(sari, "/kerja/")


def test_what_was_accepted_this_week_is_done(page_of, pks, kerinci, owed, budi, vera, days):
    make.make_report(kerinci, pks, state="diterima")
    make.make_review(owed, "diajukan", days(-2), by=budi)
    make.make_review(owed, "sesuai", days(-1), by=vera)
    page = page_of(budi, "/kerja/")
    done = page.split("Sudah selesai")[1]
    assert "Laporan PKS Tahun 2018 · Kabupaten Kerinci" in done and "Mendata ulang" in done
    assert "Belum ada minggu ini" not in done


def test_what_was_accepted_longer_ago_is_not(page_of, pks, kerinci, budi, days):
    long_ago = timezone.now() - timezone.timedelta(days=8)
    make.make_report(kerinci, pks, state="diterima", accepted_at=long_ago)
    assert "Belum ada minggu ini" in page_of(budi, "/kerja/")


def test_the_superuser_finds_everything(rows, returned, owed, suri):
    assert len(rows(suri)) == 2


def test_more_than_five_of_a_kind_are_counted_and_linked(page_of, met, kerinci, days, budi):
    for number in range(30):
        make.make_follow_up(met.outcomes.get(), f"Pekerjaan {number}", kerinci, due_on=days(-1 - number))
    page = page_of(budi, "/kerja/")
    assert page.count("Melewati batas waktu") == 5
    assert lede(page) == "30 hal perlu perhatian."
    assert 'href="/kerja/tindak-lanjut/?keadaan=lewat"' in page and "lihat semua (30)" in page


def test_invented_things_are_marked(page_of, owed, budi):
    assert "Data contoh" not in page_of(budi, "/kerja/")
    type(owed).objects.update(is_sample=True)
    assert "Data contoh" in page_of(budi, "/kerja/")


def test_figures_that_differ_wait_for_who_may_settle_them(rows, page_of, apart, vera, rina, budi, pimpin):
    said = "Aksi selesai Kabupaten Kerinci belum sinkron"
    for person in (vera, rina):
        assert rows(person)[said] == f"/kerja/angka/{apart.measurement_id}/"
    assert "+10\xa0aksi (10,00%)" in page_of(vera, "/kerja/")
    assert said not in rows(budi) and said not in rows(pimpin)


def test_what_was_carried_to_a_rakor_waits_for_who_prepares_it(rows, page_of, apart, jambi, nia, vera):
    rakor = make.make_rakor("Rakor data", region=jambi, state="dijadwalkan")
    type(apart).objects.update(state="dibawa", carried_at=timezone.now(), carried_by=vera)
    make.make_issue(rakor).differences.add(apart)
    assert rows(nia)["Rakor data"] == f"/kerja/rakor/{rakor.pk}/"
    assert "1 selisih dibawa ke Rakor ini" in page_of(nia, "/kerja/")
    assert "Rakor data" not in rows(vera)
