"""/kerja/rakor/: what officials read of a Rakor that the public does not."""

import pytest

from meetings.models import Document
from tests import factories as make
from tests.dashboard.hidden import HIDDEN, fill, hidden_rakor
from tests.records.files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(kerinci):
    """A `terbatas` Rakor of Jambi that invited Kerinci, with one of everything in it."""
    return hidden_rakor(kerinci, visibility="terbatas")


@pytest.fixture
def secret(kerinci):
    return hidden_rakor(kerinci, visibility="rahasia")


def address(rakor):
    return f"/kerja/rakor/{rakor.pk}/"


class TestList:
    def test_officials_find_restricted_ones(self, page_of, kept, budi, pimpin, nia, ani):
        for person in (budi, pimpin, nia, ani):
            page = page_of(person, "/kerja/rakor/")
            assert "<h1>1 Rakor</h1>" in page and f'href="{address(kept)}"' in page

    def test_strangers_and_uninvited_units_do_not(self, page_of, kept, sari, dewi):
        for person in (sari, dewi):
            assert HIDDEN not in page_of(person, "/kerja/rakor/").upper()

    def test_secret_ones_are_for_those_named(self, page_of, secret, budi, pimpin, rina):
        for person in (budi, pimpin):
            assert HIDDEN not in page_of(person, "/kerja/rakor/").upper()
        assert HIDDEN in page_of(rina, "/kerja/rakor/").upper()

    def test_it_is_filtered(self, page_of, kept, budi):
        assert "<h1>Tidak ada Rakor</h1>" in page_of(budi, "/kerja/rakor/?tahun=1999")


class TestPage:
    def test_the_same_sections_as_for_the_public(self, client, page_of, kept, pimpin):
        page = page_of(pimpin, address(kept))
        for word in (
            "rumusan",
            "tindak lanjut",
            "permasalahan",
            "acara",
            "angka",
            "dokumen",
            "nota",
            "catatan",
        ):
            assert f"{HIDDEN} {word}" in page, word
        assert "Terbatas" in page and "juga yang tidak publik" in page
        client.logout()
        assert client.get(kept.get_absolute_url()).status_code == 404

    def test_its_links_stay_where_it_can_be_read(self, page_of, kept, pimpin):
        assert kept.get_absolute_url() not in page_of(pimpin, address(kept))

    def test_a_public_rakor_leads_to_its_public_page(self, page_of, met, pimpin):
        assert f'href="{met.get_absolute_url()}"' in page_of(pimpin, address(met))

    def test_secret_parts_stay_with_those_named(self, page_of, met, kerinci, pimpin, rina):
        fill(met, kerinci, visibility="rahasia")
        assert HIDDEN not in page_of(pimpin, address(met)).upper()
        assert HIDDEN in page_of(rina, address(met)).upper()

    def test_strangers_find_nothing(self, logged_in, kept, secret, sari, dewi, budi):
        for person in (sari, dewi):
            assert logged_in(person).get(address(kept)).status_code == 404
        assert logged_in(budi).get(address(secret)).status_code == 404

    def test_a_draft_says_that_it_is_one(self, page_of, jambi, nia):
        assert ">Draf<" in page_of(nia, address(make.make_rakor(region=jambi, state="draf")))


class TestDocuments:
    @pytest.fixture
    def paper(self, kept, settings, tmp_path):
        settings.MEDIA_ROOT = tmp_path
        (tmp_path / "a.pdf").write_bytes(PDF)
        file = make.make_file("notula.pdf", file="a.pdf", content_type="application/pdf")
        return Document.objects.create(
            rakor=kept, kind="notula", title="Notula", file=file, visibility="terbatas"
        )

    def test_who_reads_the_rakor_takes_its_papers(self, logged_in, page_of, kept, paper, pimpin):
        assert f'href="/kerja/dokumen/{paper.pk}/"' in page_of(pimpin, address(kept))
        answer = logged_in(pimpin).get(f"/kerja/dokumen/{paper.pk}/")
        assert b"".join(answer.streaming_content) == PDF

    def test_nobody_else_does(self, logged_in, paper, sari, dewi):
        for person in (sari, dewi):
            assert logged_in(person).get(f"/kerja/dokumen/{paper.pk}/").status_code == 404
