"""Settling and carrying from the desk: what is asked, what is kept as typed, what nobody gets to do."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from meetings.models import Issue
from programs.models import Difference, SettledFigure, Settlement
from records.models import Change
from tests import factories as make

pytestmark = pytest.mark.django_db

DESK = "/kerja/sinkronisasi/"
SETTLE = DESK + "selesaikan/"
CARRY = DESK + "bawa/"


@pytest.fixture
def kerincis(kpm, kerinci):
    return make.make_apart(kpm, kerinci, make.make_period(2024), 100, 110)


@pytest.fixture
def merangins(kpm, merangin):
    return make.make_apart(kpm, merangin, make.make_period(2024), 200, 220)


@pytest.fixture
def coming(jambi, dinsos):
    day = timezone.localdate() + timedelta(days=9)
    return make.make_rakor("Rakor PKH", jambi, organiser=dinsos, state="dijadwalkan", starts_on=day)


@pytest.fixture
def held(jambi, dinsos):
    return make.make_rakor("Rakor lalu", jambi, organiser=dinsos)


def said(difference, value):
    return difference.measurement.observations.get(value=value).pk


def typed(*choices, aksi="simpan", **changed):
    """What a browser sends: each choice is (difference, what was chosen, another figure)."""
    sent = {"aksi": aksi, "alasan": "Dicocokkan.", "ba_nomor": "", "ba_tanggal": "", "rumusan": ""}
    sent |= {"rakor": "", "teks": "", "pilih": []}
    for difference, value, other in choices:
        key = f"d{difference.pk}"
        sent["pilih"].append(f"{difference.pk}.{difference.version}")
        sent |= {
            f"{key}-versi": difference.version,
            f"{key}-angka": value,
            f"{key}-nilai": other,
            f"{key}-sebab": "parsial",
        }
    return sent | changed


def state_of(difference):
    return Difference.objects.get(pk=difference.pk).state


class TestChoosing:
    def test_who_may_settle_and_carry_chooses_on_the_desk(self, page_of, kerincis, coming, wayan, vera, budi):
        box = f'form="pilihan" name="pilih" value="{kerincis.pk}.1"'
        page = page_of(wayan, DESK)
        assert box in page and "Selesaikan yang dipilih" in page and "Rakor PKH" in page
        page = page_of(vera, DESK)
        assert box in page and "Bawa ke Rakor" not in page
        page = page_of(budi, DESK)
        assert box not in page and "pilihan" not in page

    def test_what_was_chosen_is_shown_side_by_side(self, logged_in, kerincis, merangins, vera):
        client = logged_in(vera)
        chosen = [f"{one.pk}.1" for one in (kerincis, merangins)]
        answer = client.post(SETTLE, {"pilih": chosen})
        assert answer.status_code == 302
        page = client.get(answer["Location"]).text
        assert "<h1>2 angka diselesaikan bersama</h1>" in page
        assert re.findall(r"<span>(Sumber \d+: \d+)</span>", page) == [
            f"{one.source}: {one.value:.0f}"
            for difference in (kerincis, merangins)
            for one in difference.measurement.observations.order_by("pk")
        ]

    @pytest.mark.parametrize("chosen", [[], ["x"], ["999999.1"]])
    def test_nothing_chosen_leads_back_with_a_sentence(self, logged_in, kerincis, vera, chosen):
        client = logged_in(vera)
        answer = client.get(SETTLE, {"pilih": chosen})
        assert answer["Location"] == DESK
        assert "Pilih angka yang akan diselesaikan" in client.get(DESK).text

    def test_the_figure_page_leads_there_too(self, page_of, kerincis, coming, wayan):
        page = page_of(wayan, f"/kerja/angka/{kerincis.measurement_id}/")
        assert f'formaction="{SETTLE}"' in page and f'name="pilih" value="{kerincis.pk}.1"' in page

    def test_a_figure_in_another_unit_is_not_offered(self, page_of, kerincis, vera):
        kerincis.comparisons.update(verdict="beda_satuan")
        page = page_of(vera, f"{SETTLE}?pilih={kerincis.pk}.1")
        assert len(re.findall(r'type="radio"', page)) == 2


class TestSettling:
    def test_two_together_with_a_berita_acara(self, logged_in, kerincis, merangins, vera):
        sent = typed(
            (kerincis, said(kerincis, 110), ""),
            (merangins, "lain", "215"),
            ba_nomor="BA-7/2024",
            ba_tanggal="1 Maret 2024",
        )
        client = logged_in(vera)
        answer = client.post(SETTLE, sent)
        assert answer["Location"] == DESK + "?keadaan=selesai"
        settlement = Settlement.objects.get()
        assert (settlement.minutes_number, settlement.reason) == ("BA-7/2024", "Dicocokkan.")
        assert sorted(settlement.figures.values_list("value", flat=True)) == [110, 215]
        assert "2 angka diselesaikan." in client.get(answer["Location"]).text

    def test_at_a_new_outcome_whose_text_is_proposed(self, logged_in, kerincis, held, wayan):
        client = logged_in(wayan)
        choice = (kerincis, said(kerincis, 110), "")
        page = client.post(SETTLE, typed(choice, aksi="susun", rumusan="baru", rakor=held.pk, alasan="")).text
        text = re.search(r'<textarea name="teks"[^>]*>\s*([^<]+)</textarea>', page)[1]
        assert text.replace("\N{NO-BREAK SPACE}", " ") == (
            "Disepakati Penerima PKH, Tahun 2024: Kabupaten Kerinci 110 KPM."
        )
        assert 'class="r-err"' not in page and not Settlement.objects.exists()
        sent = typed(choice, rumusan="baru", rakor=held.pk, teks=text)
        assert client.post(SETTLE, sent).status_code == 302
        assert held.outcomes.get().settlement == Settlement.objects.get()

    def test_at_an_outcome_that_stands(self, logged_in, kerincis, held, vera):
        outcome = make.make_outcome(held, kind="penyelesaian")
        page = logged_in(vera).get(f"{SETTLE}?pilih={kerincis.pk}.1").text
        assert f'<option value="{outcome.pk}.1">Rumusan 1, Rakor lalu' in page
        sent = typed((kerincis, said(kerincis, 110), ""), rumusan=f"{outcome.pk}.1")
        assert logged_in(vera).post(SETTLE, sent).status_code == 302
        outcome.refresh_from_db()
        assert outcome.settlement == Settlement.objects.get()

    @pytest.mark.parametrize(
        ("value", "other", "changed", "sentence"),
        [
            ("", "", {}, "Pilih angkanya."),
            ("lain", "", {}, "Tulis angka yang disepakati."),
            ("lain", "105", {}, "tidak disebut sumber mana pun. Tulis nomor berita acaranya."),
            (110, "105", {}, "Pilih «Angka lain yang disepakati»"),
            (110, "", {"alasan": ""}, "Tulis alasannya."),
            (110, "", {"ba_tanggal": "1 Maret 2999"}, "Tanggal ini belum tiba."),
            (110, "", {"alasan": "NIP 198001012005011001"}, "NIP"),
            (110, "", {"rumusan": "999.1"}, "999.1"),
        ],
    )
    def test_what_cannot_stand_keeps_all_that_was_typed(
        self, logged_in, kerincis, merangins, vera, value, other, changed, sentence
    ):
        chosen = said(kerincis, 110) if value == 110 else value
        sent = typed((kerincis, chosen, other), (merangins, said(merangins, 220), ""), **changed)
        lines = Change.objects.count()
        page = logged_in(vera).post(SETTLE, sent)
        assert page.status_code == 200 and sentence in page.text
        assert f'value="{said(merangins, 220)}" class' in page.text or re.search(
            rf'value="{said(merangins, 220)}"[^>]* checked', page.text
        )
        assert (f'value="{other}"' in page.text) if other else True
        assert Change.objects.count() == lines and state_of(kerincis) == state_of(merangins) == "terbuka"

    def test_who_brought_the_figure_does_not_settle_on_it(self, logged_in, kerincis, vera):
        own = make.make_observation(kerincis.measurement, 130, by=vera)
        difference = compared_with(kerincis, own)
        page = logged_in(vera).post(SETTLE, typed((difference, own.pk, "")))
        assert "Anda masukkan sendiri. Minta orang lain" in page.text and not SettledFigure.objects.exists()

    def test_a_figure_that_changed_a_second_ago(self, logged_in, kerincis, merangins, vera):
        """The second saver reads what stands now, keeps what was typed, and may then save it deliberately."""
        choices = (kerincis, said(kerincis, 110), ""), (merangins, said(merangins, 220), "")
        Difference.objects.filter(pk=merangins.pk).update(version=2)
        client = logged_in(vera)
        page = client.post(SETTLE, typed(*choices, alasan="Alasan panjang.")).text
        assert "Berubah sejak Anda membukanya" in page and "Alasan panjang." in page
        assert page.count("Angka ini berubah sejak Anda membukanya") == 1
        assert f'name="d{merangins.pk}-versi" value="2"' in page
        assert state_of(kerincis) == "terbuka" and not Settlement.objects.exists()
        merangins.version = 2
        assert client.post(SETTLE, typed(*choices)).status_code == 302

    def test_one_that_somebody_settled_meanwhile_is_left_out_aloud(
        self, logged_in, kerincis, merangins, vera, valen
    ):
        choices = (kerincis, said(kerincis, 110), ""), (merangins, said(merangins, 220), "")
        logged_in(valen).post(SETTLE, typed(choices[1]))
        page = logged_in(vera).post(SETTLE, typed(*choices, alasan="Alasan saya."))
        assert page.status_code == 200 and "Alasan saya." in page.text
        assert "sudah tidak menunggu penyelesaian" in page.text and state_of(kerincis) == "terbuka"
        assert logged_in(vera).post(SETTLE, typed(choices[0])).status_code == 302

    def test_as_many_questions_for_one_as_for_thirty(self, logged_in, kpm, jambi, vera, count_queries):
        logged_in(vera)
        numbers = []
        for count in (1, 30):
            units = [make.make_regency(f"15.{count + n:02}", f"No {count + n}", jambi) for n in range(count)]
            made = [make.make_apart(kpm, unit, make.make_period(2024), 1, 2) for unit in units]
            asked = "&".join(f"pilih={one.pk}.1" for one in made)
            numbers.append(count_queries(f"{SETTLE}?{asked}"))
        assert numbers[0] == numbers[1] <= 9


def compared_with(difference, observation):
    difference.comparisons.create(
        reference=difference.measurement.chosen, other=observation, verdict="selisih", gap=30
    )
    return difference


@pytest.fixture
def valen(jambi):
    """A second verifikator."""
    from accounts.choices import Role, Scope
    from tests.cast import person

    return person("valen", "Valen", Role.VERIFIER, Scope.PROVINCE, jambi)


class TestCarrying:
    def test_one_click_puts_them_on_the_agenda(self, logged_in, kerincis, merangins, coming, wayan):
        client = logged_in(wayan)
        sent = {"pilih": [f"{one.pk}.1" for one in (kerincis, merangins)], "rakor": coming.pk}
        answer = client.post(CARRY, sent)
        issue = Issue.objects.get()
        assert answer["Location"] == f"/kerja/rakor/{coming.pk}/#p{issue.pk}"
        page = client.get(f"/kerja/rakor/{coming.pk}/").text
        assert "2 angka dibawa ke Rakor PKH." in page and "Sinkronisasi data" in page
        assert state_of(kerincis) == state_of(merangins) == "dibawa"

    def test_an_older_version_is_told_and_nothing_is_carried(self, logged_in, kerincis, coming, wayan):
        client = logged_in(wayan)
        answer = client.post(
            CARRY + "?selisih=1", {"pilih": f"{kerincis.pk}.0", "rakor": coming.pk}, follow=True
        )
        assert answer.redirect_chain[0][0] == DESK + "?selisih=1"
        assert "Berubah sejak Anda membukanya" in answer.text and not Issue.objects.exists()

    def test_nothing_chosen(self, logged_in, kerincis, coming, wayan):
        back = f"/kerja/angka/{kerincis.measurement_id}/"
        answer = logged_in(wayan).post(CARRY, {"angka": kerincis.measurement_id}, follow=True)
        assert answer.redirect_chain[0][0] == back and "Pilih angka yang dibawa" in answer.text

    def test_to_a_rakor_of_others_nothing_is_carried(self, logged_in, kerincis, kalbar, wayan):
        theirs = make.make_rakor(
            "Rakor jauh", kalbar, state="dijadwalkan", starts_on=timezone.localdate() + timedelta(days=3)
        )
        assert "Rakor jauh" not in logged_in(wayan).get(DESK).text
        sent = {"pilih": f"{kerincis.pk}.1", "rakor": theirs.pk}
        assert logged_in(wayan).post(CARRY, sent).status_code == 404

    def test_the_next_rakor_about_the_program_stands_first(
        self, page_of, kerincis, coming, jambi, kpm, wayan
    ):
        day = timezone.localdate() + timedelta(days=30)
        about = make.make_rakor(
            "Rakor program", jambi, organiser=coming.organiser, state="draf", starts_on=day
        )
        about.programs.add(kpm.program)
        page = page_of(wayan, f"/kerja/angka/{kerincis.measurement_id}/")
        assert page.index("Rakor program") < page.index("Rakor PKH")
        assert page_of(wayan, DESK).index("Rakor program") < page_of(wayan, DESK).index("Rakor PKH")


class TestRefused:
    @pytest.mark.parametrize("who", ["budi", "pimpin", "nia", "dewi"])
    def test_who_may_not_settle(self, logged_in, kerincis, request, who):
        client = logged_in(request.getfixturevalue(who))
        answer = client.post(SETTLE, typed((kerincis, said(kerincis, 110), "")))
        assert answer.status_code == (302 if who == "dewi" else 403)
        assert state_of(kerincis) == "terbuka"

    @pytest.mark.parametrize("who", ["vera", "budi", "pimpin", "dewi"])
    def test_who_may_not_carry(self, logged_in, kerincis, coming, request, who):
        client = logged_in(request.getfixturevalue(who))
        answer = client.post(CARRY, {"pilih": f"{kerincis.pk}.1", "rakor": coming.pk})
        assert answer.status_code == (302 if who == "dewi" else 403)
        assert state_of(kerincis) == "terbuka" and not Issue.objects.exists()
