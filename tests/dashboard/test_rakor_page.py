from datetime import date, time

import pytest

from meetings.models import AgendaItem, Agreement, AgreementParty, Document, Figure
from tests import factories as make
from tests.dashboard import reading

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def rakor(jambi):
    return make.make_rakor("Rakor manajemen kepegawaian se-Provinsi Jambi", region=jambi)


def read(client, rakor):
    return reading.read(client, rakor.get_absolute_url())


def test_it_works(client, rakor):
    page = read(client, rakor)
    assert '<h1>Rakor manajemen kepegawaian <span class="r-nowrap">se-Provinsi</span> Jambi</h1>' in page
    assert f"Senin, 7{NBSP}November 2022" in page


def test_what_was_agreed_stands_before_everything_else(client, rakor):
    make.make_outcome(rakor, "Data diperbarui.")
    make.make_issue(rakor)
    make.make_role(rakor)
    page = read(client, rakor)
    after = ["Data diperbarui.", 'id="h-peran"', 'id="permasalahan"', 'id="kehadiran"', 'id="dokumen"']
    assert [page.index(part) for part in after] == sorted(page.index(part) for part in after)


class TestOutcomes:
    def test_each_is_citable_and_says_its_kind_and_by_whom(self, client, rakor):
        governor = make.make_role(rakor, name="Fachrori Umar", office="Gubernur Jambi", kind="arahan")
        make.make_outcome(rakor, "Rakor menjadi ajang evaluasi.", number=3, kind="arahan", by_role=governor)
        page = read(client, rakor)
        assert '<li id="r3">' in page
        assert "Arahan</span><span>Fachrori Umar, Gubernur Jambi</span>" in page

    def test_an_outcome_leads_to_its_follow_ups_and_back(self, client, rakor):
        outcome = make.make_outcome(rakor, number=2)
        make.make_follow_up(outcome, reference="TL-2022-0007", responsible=rakor.region)
        page = read(client, rakor)
        assert '<span>Tindak lanjut</span><a href="#TL-2022-0007">TL-2022-0007</a>' in page
        assert 'id="TL-2022-0007"' in page
        assert f'<a href="{rakor.get_absolute_url()}#r2">Rumusan{NBSP}2</a>' in page

    def test_a_news_record_without_any_says_that_the_source_has_none(self, client, jambi):
        rakor = make.make_rakor(region=jambi, record_source="berita", source_name="Berita")
        assert "Tidak dimuat dalam sumber" in read(client, rakor)

    def test_a_rakor_still_to_come_says_so(self, client, jambi):
        rakor = make.make_rakor(region=jambi, state="dijadwalkan")
        assert "Belum dilaksanakan" in read(client, rakor)

    def test_one_logged_here_says_that_none_is_public_yet(self, client, rakor):
        assert "Belum ada rumusan hasil yang publik" in read(client, rakor)


class TestIssues:
    def test_cause_agency_and_state(self, client, rakor):
        bkn = make.make_agency("bkn-reg7", "BKN Kantor Regional VII", agency_kind="vertikal")
        make.make_issue(rakor, "Sisa K2", cause="Tidak lulus tes", competent_unit=bkn)
        make.make_issue(rakor, "Tenaga kontrak", state="selesai")
        page = read(client, rakor)
        for said in ("Sisa K2", "Tidak lulus tes", "BKN Kantor Regional VII", "Terbuka", "Selesai"):
            assert said in page
        assert "Belum disebut dalam sumber" in page
        assert "1 belum selesai" in page

    def test_one_raised_earlier_stands_here_once_it_is_taken_up(self, client, rakor, jambi):
        earlier = make.make_rakor("Rakor lama", region=jambi, starts_on=date(2019, 4, 9))
        issue = make.make_issue(earlier, "Sisa K2")
        make.make_issue(earlier, "Tidak dibicarakan lagi")
        make.make_outcome(rakor, issue=issue)
        page = read(client, rakor)
        assert "Sisa K2" in page
        assert f'pertama diangkat <a href="{earlier.get_absolute_url()}">9{NBSP}April 2019</a>' in page
        assert "Tidak dibicarakan lagi" not in page

    def test_its_outcome_is_a_link(self, client, rakor):
        issue = make.make_issue(rakor, "Sisa K2")
        make.make_outcome(rakor, number=4, issue=issue)
        page = read(client, rakor)
        assert f'<a href="#r4">Rumusan{NBSP}4</a>' in page
        assert f'<a href="#p{issue.pk}">Permasalahan: Sisa K2</a>' in page


class TestWhenAndWhere:
    def test_time_venue_and_manner(self, client, jambi):
        rakor = make.make_rakor(
            region=jambi,
            starts_time=time(9),
            ends_time=time(12, 30),
            venue="Aula Nang Inang, Kantor Bupati Muaro Jambi",
            place="Muaro Jambi",
            mode="hibrida",
        )
        page = read(client, rakor)
        assert f"pukul{NBSP}09.00–12.30{NBSP}WIB" in page
        assert page.count("Muaro Jambi, hibrida") == 1

    def test_a_date_that_was_inferred_says_so(self, client, jambi):
        rakor = make.make_rakor(region=jambi, date_note="Tahun 2019 disimpulkan dari hari dan pejabat.")
        page = read(client, rakor)
        assert '<a href="#tahun"' in page
        assert "¹ Tahun 2019 disimpulkan dari hari dan pejabat." in page

    def test_why_it_was_put_off(self, client, jambi):
        rakor = make.make_rakor(region=jambi, state="ditunda", state_reason="Banjir di Muaro Jambi.")
        assert "Ditunda: Banjir di Muaro Jambi." in read(client, rakor)

    def test_the_source_is_named(self, client, jambi):
        rakor = make.make_rakor(
            region=jambi,
            record_source="berita",
            source_name="JAPOS.CO",
            source_url="https://japos.co/x",
            source_on=date(2019, 4, 10),
        )
        page = read(client, rakor)
        assert (
            f'<a href="https://japos.co/x" rel="external nofollow">JAPOS.CO, 10{NBSP}April 2019</a>' in page
        )


def test_the_agenda_in_order(client, rakor):
    for order, title in ((2, "Penutup"), (1, "Pembukaan")):
        AgendaItem.objects.create(rakor=rakor, order=order, title=title, starts_time=time(8 + order))
    page = read(client, rakor)
    assert page.index("Pembukaan") < page.index("Penutup")
    assert ">09.00<" in page


def test_follow_ups_of_an_earlier_rakor_discussed_here(client, rakor, jambi):
    earlier = make.make_follow_up(
        make.make_outcome(make.make_rakor("Rakor lama", region=jambi)), "Menuntaskan verval", jambi
    )
    make.make_review(earlier, kind="kemajuan", rakor=rakor)
    make.make_review(earlier, kind="kemajuan", rakor=rakor)
    page = read(client, rakor)
    assert "Tindak lanjut Rakor lalu yang dibahas" in page
    assert page.count(f'id="{earlier.reference}"') == 1


def test_invented_follow_ups_are_marked_once_for_all_or_one_by_one(client, rakor, jambi):
    outcome = make.make_outcome(rakor)
    make.make_follow_up(outcome, responsible=jambi, is_sample=True)
    page = read(client, rakor)
    assert page.count("Data contoh, bukan data resmi") == 1
    make.make_follow_up(outcome, responsible=jambi)
    page = read(client, rakor)
    assert "Data contoh, bukan data resmi" not in page
    assert page.count("Data contoh</span>") == 1


def test_the_chain_leads_on_as_far_as_it_goes(client, rakor, jambi):
    indicator = make.make_indicator()
    make.make_follow_up(make.make_outcome(rakor), responsible=jambi, indicator=indicator)
    release = make.make_release("mcp-2018", region=jambi, announced_at=rakor)
    steps = {step.name: step.url for step in client.get(rakor.get_absolute_url()).context["trail"]}
    assert steps["Rumusan hasil"] == "#rumusan"
    assert steps["Tindak lanjut"] == "#tl"
    assert steps["Indikator"] == indicator.get_absolute_url()
    assert steps["Peringkat"] == release.get_absolute_url()
    assert steps["Piagam"] == ""


def test_a_fixed_number_of_queries(rakor, jambi, kerinci, count_queries):
    def fill(number):
        for index in range(number):
            role = make.make_role(rakor)
            issue = make.make_issue(rakor, competent_unit=kerinci)
            issue.units.add(kerinci)
            issue.programs.add(make.make_program())
            outcome = make.make_outcome(rakor, by_role=role, issue=issue)
            follow_up = make.make_follow_up(outcome, responsible=kerinci, indicator=make.make_indicator())
            follow_up.supporting.add(jambi)
            make.make_invitation(rakor, group=f"Kelompok {index}")
            AgendaItem.objects.create(rakor=rakor, title="Acara", speaker=role, issue=issue)
            Figure.objects.create(rakor=rakor, label="Angka", value=1, by_role=role)
            agreement = Agreement.objects.create(rakor=rakor, title="MoU")
            AgreementParty.objects.create(agreement=agreement, side=1, unit=kerinci)
            release = make.make_release(region=jambi, announced_at=rakor)
            make.make_score(release, kerinci)
            make.make_award(release, kerinci, rakor=rakor, receiver=role).givers.add(role)
            Document.objects.create(rakor=rakor, kind="notula", title="Notula", url="https://a.id/b")

    fill(1)
    few = count_queries(rakor.get_absolute_url())
    fill(30)
    assert count_queries(rakor.get_absolute_url()) == few


def test_it_only_reads(client, rakor):
    assert client.post(rakor.get_absolute_url()).status_code == 405
