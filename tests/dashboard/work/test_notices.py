"""/kerja/pemberitahuan/: one's own notices, read one by one or all at once, each ready to be passed on."""

import re

import pytest
from django.utils import timezone

from records.choices import NoticeKind
from records.models import Notice
from records.notices import Message, tell

pytestmark = pytest.mark.django_db

INBOX = "/kerja/pemberitahuan/"


@pytest.fixture
def told(budi, sari, returned):
    """`told("Laporan …")`: Budi is told of his report; `who` for somebody else. Gives the notice."""

    def say(text="Laporan PKS dikembalikan untuk diperbaiki.", who=budi, key=None):
        path = f"/kerja/laporan/{returned.pk}/"
        tell({who.pk: Message(text, path)}, kind=NoticeKind.RETURNED, key=key or text)
        return Notice.objects.latest("pk")

    return say


def test_nobody_reads_anothers(page_of, logged_in, told, sari, budi, suri):
    notice = told()
    assert "PKS dikembalikan" in page_of(budi, INBOX)
    for person in (sari, suri):
        assert "PKS dikembalikan" not in page_of(person, INBOX)
        assert logged_in(person).post(f"{INBOX}{notice.pk}/").status_code == 404
    notice.refresh_from_db()
    assert notice.read_at is None


def test_opening_one_marks_it_read_and_leads_to_its_page(logged_in, told, budi):
    notice = told()
    client = logged_in(budi)
    answer = client.post(f"{INBOX}{notice.pk}/")
    assert (answer.status_code, answer["Location"]) == (302, notice.path)
    read_at = Notice.objects.get().read_at
    assert read_at is not None
    client.post(f"{INBOX}{notice.pk}/")
    assert Notice.objects.get().read_at == read_at


def test_looking_at_the_list_reads_nothing(page_of, logged_in, told, budi):
    notice = told()
    page_of(budi, INBOX)
    assert logged_in(budi).get(f"{INBOX}{notice.pk}/").status_code == 405
    assert Notice.objects.unread().count() == 1


def test_all_at_once_and_only_ones_own(logged_in, told, budi, sari):
    told("Satu.")
    told("Dua.")
    told("Milik Sari.", who=sari)
    answer = logged_in(budi).post(f"{INBOX}dibaca/")
    assert answer["Location"] == INBOX
    assert [one.text for one in Notice.objects.unread()] == ["Milik Sari."]


def test_the_unread_stand_first_and_are_counted(page_of, told, budi):
    told("Lama tetapi belum dibaca.")
    told("Baru dan sudah dibaca.")
    Notice.objects.filter(text__startswith="Baru").update(read_at=timezone.now())
    page = page_of(budi, INBOX)
    assert page.index("<b>Lama tetapi") < page.index("<p>Baru dan")
    assert "<h1>1 pemberitahuan belum dibaca</h1>" in page
    assert "Tandai semua dibaca" in page


def test_the_number_stands_in_the_header_of_every_page(page_of, told, budi, sari):
    told("Satu.")
    told("Dua.")
    header = re.search(r'<a href="/kerja/pemberitahuan/">.*?</a>', page_of(budi, "/kerja/laporan/"))[0]
    assert "<b>2<" in header
    assert "<b>" not in re.search(r'<a href="/kerja/pemberitahuan/">.*?</a>', page_of(sari, "/kerja/"))[0]


def test_each_can_be_passed_on_as_plain_text(logged_in, told, budi):
    notice = told("Laporan <PKS> dikembalikan untuk diperbaiki.")
    page = logged_in(budi).get(INBOX).text
    text = re.search(r"<textarea[^>]* readonly>(.*?)</textarea>", page, re.DOTALL)[1]
    assert text == (
        "*Laporan dikembalikan*\n"
        "Laporan &lt;PKS&gt; dikembalikan untuk diperbaiki.\n"
        f"http://127.0.0.1:8000{notice.path}"
    )


def test_it_is_indonesian_on_an_english_screen_too(client, logged_in, told, budi):
    told()
    client.cookies["bahasa"] = "en"
    assert "*Laporan dikembalikan*\n" in logged_in(budi).get(INBOX).text


def test_the_script_is_the_houses_own_and_nothing_depends_on_it(logged_in, told, budi):
    told()
    answer = logged_in(budi).get(INBOX)
    assert re.findall(r"<script[^>]*>", answer.text) == ['<script src="/static/js/copy.js" defer>']
    assert "script-src 'self'" in answer["Content-Security-Policy"]
    assert re.search(r'<button type="button"[^>]* hidden data-salin="wa\d+"', answer.text)


def test_long_lists_have_pages(page_of, told, budi):
    for number in range(23):
        told(f"Ke-{number}.")
    assert page_of(budi, INBOX).count("<textarea") == 20
    assert page_of(budi, f"{INBOX}?halaman=2").count("<textarea") == 3


def test_an_empty_one_says_what_will_stand_here(page_of, sari):
    page = page_of(sari, INBOX)
    assert "Belum ada yang diberitahukan" in page and "<script" not in page


def test_the_same_questions_for_one_and_for_twenty(logged_in, told, budi, count_queries):
    told("Satu.")
    logged_in(budi)
    first = count_queries(INBOX)
    for number in range(19):
        told(f"Ke-{number}.")
    assert count_queries(INBOX) == first <= 8


def test_erasing_a_person_erases_what_was_told(told, budi, suri):
    from regions.personal.erasure import erase_person
    from regions.personal.export import person_data

    told("Satu.")
    assert [one["isi"] for one in person_data(budi)["pemberitahuan"]] == ["Satu."]
    erase_person(budi, by=suri, reason="Diminta orangnya.")
    assert not Notice.objects.exists()
