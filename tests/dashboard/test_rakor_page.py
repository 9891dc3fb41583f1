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


class TestResults:
    def test_a_recorded_ranking_and_its_certificates(self, client, rakor, jambi, kerinci):
        release = make.make_release(
            title="Kinerja Timdu 2022", region=jambi, places=11, announced_at=rakor, ranking="pks-2022-jambi"
        )
        make.make_score(release, kerinci, rank=1)
        award = make.make_award(release, kerinci, title="Sertifikat", rakor=rakor)
        bupati = make.make_role(rakor, office="Bupati Muaro Jambi", kind="penyerah")
        through = make.make_role(
            rakor, office="Asisten III", kind="penyerah", representation="melalui", principal=bupati
        )
        award.givers.set([bupati, through])
        page = read(client, rakor)
        assert '<a href="/peringkat/pks-2022-jambi/">Kinerja Timdu 2022</a>' in page
        assert '<span class="r-top3__no">I</span>' in page
        assert "Sepuluh daerah lain tidak diumumkan." in page
        assert f"Sertifikat, peringkat{NBSP}I" in page
        assert "<span>Bupati Muaro Jambi, melalui Asisten III</span>" in page

    def test_who_handed_over_all_of_them_is_said_once(self, client, rakor, jambi, kerinci, merangin):
        release = make.make_release(region=jambi)
        giver = make.make_role(rakor, office="Kepala BPN", kind="penyerah")
        for unit in (kerinci, merangin):
            make.make_award(release, unit, rakor=rakor).givers.add(giver)
        page = read(client, rakor)
        assert "Diserahkan oleh Kepala BPN. Penerima tidak disebut." in page
        assert 'data-l="Diserahkan oleh"' not in page

    def test_only_the_correction_in_force_is_shown(self, client, rakor, jambi):
        old = make.make_release("mcp", title="Keliru", region=jambi, announced_at=rakor)
        make.make_release(
            "mcp", title="Ralat", region=jambi, number=2, corrects=old, reason="x", announced_at=rakor,
            program=old.program, period=old.period,
        )  # fmt: skip
        page = read(client, rakor)
        assert "Ralat" in page
        assert "Keliru" not in page


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
