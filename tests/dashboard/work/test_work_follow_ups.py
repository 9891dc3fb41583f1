"""/kerja/tindak-lanjut/: who finds what, reports on it with evidence, and judges it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import FollowUp, Review
from records.models import Change
from tests import factories as make
from tests.records.files import HTML, PDF

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def address(follow_up):
    return f"/kerja/tindak-lanjut/{follow_up.reference}/"


def report(client, follow_up, kind, days, **given):
    part = "lapor" if kind in ("kemajuan", "diajukan") else "periksa"
    version = FollowUp.objects.get(pk=follow_up.pk).version
    day = f"{days(0):%d-%m-%Y}"
    given = {"bagian": part, "kind": kind, "reviewed_on": day, "version": version, **given}
    return client.post(address(follow_up), given, follow=True)


class TestList:
    def test_an_operator_finds_his_own_first(self, page_of, owed, met, merangin, kerinci, budi):
        make.make_invitation(met, unit=kerinci)
        make.make_follow_up(met.outcomes.get(), "Pekerjaan Merangin", merangin)
        page = page_of(budi, "/kerja/tindak-lanjut/")
        assert "<h1>1 tindak lanjut</h1>" in page and f'href="{address(owed)}"' in page
        page = page_of(budi, "/kerja/tindak-lanjut/?lingkup=semua")
        assert "<h1>2 tindak lanjut</h1>" in page and "Pekerjaan Merangin" in page

    def test_who_reports_on_none_reads_all(self, page_of, owed, pimpin, ani):
        for person in (pimpin, ani):
            page = page_of(person, "/kerja/tindak-lanjut/")
            assert "<h1>1 tindak lanjut</h1>" in page and "Bagian saya" not in page

    def test_strangers_find_none(self, page_of, owed, sari, dewi):
        for person in (sari, dewi):
            assert "Mendata ulang" not in page_of(person, "/kerja/tindak-lanjut/")
            assert "Mendata ulang" not in page_of(person, "/kerja/tindak-lanjut/?lingkup=semua")

    def test_it_is_narrowed_by_state_and_keeps_whose(self, page_of, owed, budi):
        page = page_of(budi, "/kerja/tindak-lanjut/?keadaan=lewat&lingkup=semua")
        assert "Melewati batas waktu 6 hari" in page
        assert '<input type="hidden" name="lingkup" value="semua"' in page
        assert "Tidak ada tindak lanjut yang cocok" in page_of(budi, "/kerja/tindak-lanjut/?keadaan=tepat")


class TestPage:
    def test_what_was_agreed_and_what_became_of_it(self, page_of, owed, budi, vera):
        make.make_review(owed, "diajukan", by=budi, remark="Sudah didata", evidence_url="https://x.id/a")
        make.make_review(owed, "belum_sesuai", by=vera, remark="Belum lengkap")
        page = page_of(budi, address(owed))
        assert "<h1>Mendata ulang</h1>" in page and "Setiap daerah memperbarui data setiap tahun." in page
        for said in ("Diajukan selesai", "Sudah didata", 'href="https://x.id/a"', "Belum lengkap", "Vera"):
            assert said in page

    def test_foreign_follow_ups_are_not_found(self, logged_in, owed, sari, dewi, days):
        for person in (sari, dewi):
            assert logged_in(person).get(address(owed)).status_code == 404
            assert report(logged_in(person), owed, "diajukan", days).status_code == 404
        assert not Review.objects.exists()

    def test_a_secret_rakor_is_not_named_in_the_history(self, page_of, owed, jambi, budi):
        secret = make.make_rakor("Rapat rahasia", region=jambi, visibility="rahasia")
        make.make_review(owed, "kemajuan", rakor=secret, remark="Dibahas")
        page = page_of(budi, address(owed))
        assert "Dibahas" in page and "Rapat rahasia" not in page

    def test_who_only_reads_is_told_so(self, logged_in, page_of, owed, pimpin, days):
        assert "Anda membaca tindak lanjut ini" in page_of(pimpin, address(owed))
        assert report(logged_in(pimpin), owed, "diajukan", days).status_code == 403
        assert not Review.objects.exists()


class TestReporting:
    def test_progress(self, logged_in, owed, budi, days):
        page = report(logged_in(budi), owed, "kemajuan", days, remark="Separuh jalan").text
        assert f"Tercatat pada {owed.reference}." in page and "Separuh jalan" in page
        review = Review.objects.get()
        assert (review.kind, review.by) == ("kemajuan", budi)
        assert Change.objects.about(review).get().by == budi

    def test_a_claim_with_a_file(self, logged_in, owed, budi, pimpin, sari, days):
        file = SimpleUploadedFile("bukti kerja.pdf", PDF)
        page = report(logged_in(budi), owed, "diajukan", days, remark="Selesai", upload=file).text
        review = Review.objects.get()
        assert f'<a href="/kerja/bukti/{review.pk}/">bukti kerja.pdf</a>' in page
        answer = logged_in(pimpin).get(f"/kerja/bukti/{review.pk}/")
        assert b"".join(answer.streaming_content) == PDF
        assert "attachment" in answer["Content-Disposition"]
        assert answer["Cache-Control"] == "private, no-store"
        assert logged_in(sari).get(f"/kerja/bukti/{review.pk}/").status_code == 404

    def test_a_file_is_known_by_its_content(self, logged_in, owed, budi, days):
        file = SimpleUploadedFile("bukti.pdf", HTML)
        page = report(logged_in(budi), owed, "diajukan", days, remark="Kalimat saya", upload=file).text
        assert "bukan berkas yang diterima" in page and "Kalimat saya" in page
        assert not Review.objects.exists()

    def test_a_day_that_has_not_come_is_refused(self, logged_in, owed, budi, days):
        page = report(logged_in(budi), owed, "diajukan", days, reviewed_on=f"{days(3):%d-%m-%Y}").text
        assert "Tanggal pemeriksaan belum tiba." in page

    def test_what_somebody_else_reported_meanwhile_is_read_first(self, logged_in, owed, budi, days):
        report(logged_in(budi), owed, "kemajuan", days, remark="Dari rekan")
        page = report(logged_in(budi), owed, "diajukan", days, remark="Kalimat saya", version=1).text
        assert "berubah sejak Anda membukanya" in page and "Dari rekan" in page and "Kalimat saya" in page
        assert 'name="version" value="2"' in page
        assert Review.objects.get().remark == "Dari rekan"

    def test_a_verdict_is_not_smuggled_into_a_report(self, logged_in, owed, budi, days):
        report(logged_in(budi), owed, "sesuai", days, bagian="lapor")
        assert report(logged_in(budi), owed, "sesuai", days).status_code == 404
        assert not Review.objects.exists()


class TestJudging:
    @pytest.fixture
    def claimed(self, owed, budi):
        make.make_review(owed, "diajukan", by=budi)
        return owed

    def test_a_second_person_finds_it_done(self, logged_in, claimed, vera, days):
        report(logged_in(vera), claimed, "sesuai", days)
        assert FollowUp.objects.with_state(days(0)).get().state == "sesuai"

    def test_a_return_says_what_is_missing(self, logged_in, claimed, vera, days):
        page = report(logged_in(vera), claimed, "belum_sesuai", days).text
        assert "Tulis apa yang belum sesuai" in page
        report(logged_in(vera), claimed, "belum_sesuai", days, remark="Tanda tangan")
        assert Review.objects.latest("pk").remark == "Tanda tangan"

    def test_who_claimed_does_not_judge(self, logged_in, owed, suri, days):
        make.make_review(owed, "diajukan", by=suri)
        assert "Minta orang lain memeriksanya." in report(logged_in(suri), owed, "sesuai", days).text
        assert Review.objects.count() == 1
