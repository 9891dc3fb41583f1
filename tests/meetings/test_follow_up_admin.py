"""Follow-ups in the admin: reported by who has to do them, checked by somebody else."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from meetings.models import FollowUp, Rakor, Review
from records.models import Change
from tests import factories as make
from tests.adminform import errors_of, read_form
from tests.records import files

pytestmark = pytest.mark.django_db


@pytest.fixture
def follow_up(jambi, kerinci):
    rakor = make.make_rakor("Rakor BKD", region=jambi, starts_on=date(2019, 4, 9))
    outcome = make.make_outcome(rakor)
    return make.make_follow_up(
        outcome, "Mendata sisa K2", kerinci, reference="TL-2019-0001", due_on=date(2019, 5, 31)
    )


def url(follow_up, page):
    return f"/admin/meetings/followup/{follow_up.pk}/{page}/"


def claim(client, follow_up, **data):
    data = {"kind": "diajukan", "reviewed_on": "20 Mei 2019", "remark": "Terdata semua", **data}
    return send(client, follow_up, "ajukan", **data)


def send(client, follow_up, page, **data):
    """Answer the page that was just opened."""
    data.setdefault("version", FollowUp.objects.get(pk=follow_up.pk).version)
    return client.post(url(follow_up, page), data)


def test_claimed_and_accepted(logged_in, follow_up, budi, vera):
    assert claim(logged_in(budi), follow_up).status_code == 302
    data = {"kind": "sesuai", "reviewed_on": "31-5-2019"}
    assert send(logged_in(vera), follow_up, "periksa", **data).status_code == 302
    done = FollowUp.objects.with_state(date(2019, 6, 30)).get()
    assert (done.state, done.timing) == ("sesuai", "tepat")
    assert Change.objects.filter(object_type="meetings.review").count() == 2


def test_evidence_is_kept_with_the_claim_and_handed_out(logged_in, follow_up, budi, sari, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    upload = SimpleUploadedFile("rekap.xlsx", files.XLSX)
    client = logged_in(budi)
    assert claim(client, follow_up, upload=upload).status_code == 302
    review = Review.objects.get()
    assert review.evidence.original_name == "rekap.xlsx"
    address = f"/admin/meetings/followup/bukti/{review.pk}/"
    assert address in client.get(url(follow_up, "change")).content.decode()
    assert b"".join(client.get(address).streaming_content) == files.XLSX
    assert logged_in(sari).get(address).status_code == 404


def test_a_rule_of_the_action_is_said_on_the_page_and_the_typing_kept(logged_in, follow_up, vera):
    data = {"kind": "belum_sesuai", "reviewed_on": "31-5-2019", "evidence_url": "https://drive.example/1"}
    page = send(logged_in(vera), follow_up, "periksa", **data).content.decode()
    assert "Tulis apa yang belum sesuai" in page
    assert "https://drive.example/1" in page
    assert not Review.objects.exists()


def test_the_claimant_cannot_accept_even_as_superuser(logged_in, follow_up, suri):
    client = logged_in(suri)
    claim(client, follow_up)
    page = send(client, follow_up, "periksa", kind="sesuai", reviewed_on="31-5-2019")
    assert "Anda yang mengajukan" in page.content.decode()


def test_a_verdict_on_what_was_judged_meanwhile_is_not_written(logged_in, follow_up, budi, vera, nia):
    claim(logged_in(budi), follow_up)
    seen = FollowUp.objects.get().version
    returned = {"kind": "belum_sesuai", "reviewed_on": "31-5-2019", "remark": "Belum lengkap"}
    send(logged_in(vera), follow_up, "periksa", **returned)
    late = {"kind": "sesuai", "reviewed_on": "31-5-2019", "remark": "Sudah saya baca", "version": seen}
    page = send(logged_in(vera), follow_up, "periksa", **late).content.decode()
    assert "berubah sejak Anda membukanya" in page
    assert "Sudah saya baca" in page
    assert Review.objects.count() == 2


@pytest.mark.parametrize(("name", "page", "status"), [
    ("budi", "ajukan", 200), ("budi", "kemajuan", 200), ("budi", "periksa", 403),
    ("vera", "periksa", 200), ("rina", "ajukan", 200), ("rina", "periksa", 403),
    ("pimpin", "ajukan", 403), ("ani", "periksa", 403),
    ("sari", "ajukan", 404), ("dewi", "periksa", 403), ("dewi", "ajukan", 404),
])  # fmt: skip
def test_who_may_report_and_who_may_check(request, logged_in, follow_up, name, page, status):
    client = logged_in(request.getfixturevalue(name))
    assert client.get(url(follow_up, page)).status_code == status
    if status != 200:
        send(client, follow_up, page, kind="sesuai", reviewed_on="31-5-2019")
        assert not Review.objects.exists()


def test_a_verifier_of_another_regency_does_not_judge_here(logged_in, follow_up, sari, merangin):
    """Verifying Merangin and reporting for Kerinci: the two assignments do not add up to judging Kerinci."""
    both = make.make_user("rangkap", is_staff=True)
    make.make_assignment(both, "operator", unit=follow_up.responsible)
    make.make_assignment(both, "verifikator", unit=merangin)
    client = logged_in(both)
    assert client.get(url(follow_up, "ajukan")).status_code == 200
    assert client.get(url(follow_up, "periksa")).status_code == 403


def test_a_verdict_does_not_slip_through_the_page_for_claims(logged_in, follow_up, budi):
    claim(logged_in(budi), follow_up, kind="sesuai")
    assert not Review.objects.exists()


def test_the_list_shows_state_timing_and_filters(logged_in, follow_up, rina, kerinci):
    later = make.make_follow_up(follow_up.outcome, "Nanti", kerinci, due_on=date(2090, 1, 1))
    make.make_review(later, "diajukan")
    make.make_review(later, "sesuai")
    client = logged_in(rina)
    page = client.get("/admin/meetings/followup/").content.decode()
    assert "Melewati batas waktu" in page
    assert "Selesai tepat waktu" in page
    late = client.get("/admin/meetings/followup/?timing=lewat").content.decode()
    assert "Mendata sisa K2" in late
    assert "Nanti" not in late
    done = client.get("/admin/meetings/followup/?state=sesuai").content.decode()
    assert "Nanti" in done
    assert "Mendata sisa K2" not in done


def test_the_list_takes_the_same_queries_however_long(logged_in, follow_up, rina, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = logged_in(rina)
    client.get("/admin/meetings/followup/")
    with CaptureQueriesContext(connection) as one:
        client.get("/admin/meetings/followup/")
    for number in range(12):
        make.make_follow_up(follow_up.outcome, f"Nomor {number}", follow_up.responsible)
    with django_assert_num_queries(len(one)):
        client.get("/admin/meetings/followup/")


def test_the_due_date_may_move_after_closing_the_wording_not(logged_in, follow_up, rina):
    Rakor.objects.update(
        state="ditutup",
        closed_by=rina,
        closed_at="2019-05-01T00:00Z",
        record_source="berita",
        source_name="X",
    )
    client = logged_in(rina)
    data = read_form(client.get(url(follow_up, "change")), "followup_form")
    assert "what" not in data
    response = client.post(url(follow_up, "change"), data | {"due_on": "30-6-2019", "what": "Lain"})
    assert response.status_code == 302, errors_of(response)
    follow_up.refresh_from_db()
    assert (follow_up.due_on, follow_up.what) == (date(2019, 6, 30), "Mendata sisa K2")
    assert Change.objects.about(follow_up).get().pairs["due_on"] == ["2019-05-31", "2019-06-30"]


def test_a_due_date_before_the_meeting_is_refused_here_too(logged_in, follow_up, rina):
    client = logged_in(rina)
    data = read_form(client.get(url(follow_up, "change")), "followup_form") | {"due_on": "8-4-2019"}
    response = client.post(url(follow_up, "change"), data)
    assert any("mendahului Rakor" in text for text in errors_of(response))


def test_the_operator_reads_and_does_not_write(logged_in, follow_up, budi):
    client = logged_in(budi)
    assert client.get(url(follow_up, "change")).status_code == 200
    assert client.post(url(follow_up, "change"), {"what": "Lain"}).status_code == 403
