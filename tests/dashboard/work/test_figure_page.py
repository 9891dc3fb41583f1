"""/kerja/angka/: a figure's sources side by side, what stands and why, and noting another source."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from programs.models import Measurement, Observation, Source
from tests import factories as make
from tests.records.files import PDF

pytestmark = pytest.mark.django_db


@pytest.fixture
def kpm(dinsos, jambi):
    program = make.make_program(
        "PKH", "Program keluarga harapan", short_name="PKH", agency=dinsos, owner=jambi
    )
    return make.make_indicator(
        program, "KPM", name="Penerima PKH", measure_unit="KPM", scale_min=None, scale_max=None, decimals=0
    )


@pytest.fixture
def difference(kpm, kerinci):
    return make.make_apart(kpm, kerinci, make.make_period(2024), 100, 110)


@pytest.fixture
def figure(difference):
    return difference.measurement


@pytest.fixture
def kemensos(db):
    return make.make_source("Kementerian Sosial", level="pusat")


def address(figure):
    return f"/kerja/angka/{figure.pk}/"


def typed(source="", **changed):
    return {
        "sumber": source and source.pk,
        "sumber_baru": "",
        "tingkat": "pusat",
        "nilai": "115",
        "keadaan": "value",
        "satuan": "KPM",
        "per_tanggal": "31 Desember 2024",
        "diterima": "",
        "catatan": "",
    } | changed


def text_of(page):
    return page.replace("\N{NO-BREAK SPACE}", " ")


class TestReading:
    def test_the_heading_says_how_far_apart_the_sources_are(self, page_of, figure, budi):
        page = text_of(page_of(budi, address(figure)))
        assert (
            "<h1>Penerima PKH, Kabupaten Kerinci, Tahun 2024: dua sumber, selisih terbesar +10 KPM</h1>"
            in page
        )
        assert f"100 KPM, angka {figure.chosen.source} dalam laporan yang sudah diterima." in page
        assert "+10 (10,00%)" in page and "Toleransi indikator ini 1% dan 0 hari." in page

    def test_a_figure_of_one_source_has_a_page_too(self, page_of, kpm, kerinci, budi):
        alone = make.make_figure(kpm, kerinci, make.make_period(2023), 5)
        assert "Tahun 2023: satu sumber</h1>" in page_of(budi, address(alone))

    def test_nobody_filled_it(self, page_of, kpm, kerinci, budi):
        empty = make.make_measurement(make.make_report(kerinci, kpm.program), kpm)
        page = page_of(budi, address(empty))
        assert "Belum ada angka yang menjadi sandaran." in page and "Belum ada sumber" in page

    @pytest.mark.parametrize("who", ["sari", "dewi", "nia"])
    def test_out_of_reach_is_not_found(self, logged_in, figure, request, who):
        answer = logged_in(request.getfixturevalue(who)).get(address(figure))
        assert answer.status_code == (403 if who == "nia" else 404)

    def test_what_was_withdrawn_stands_in_the_history_only(self, page_of, figure, budi, rina):
        wrong = make.make_observation(figure, 999, source=make.make_source("Bulog"))
        make.make_observation(figure, source=wrong.source, by=rina, retracts=wrong)
        page = page_of(budi, address(figure))
        sources, _section, history = page.partition('id="h-riwayat"')
        assert "999" not in sources and "<s>Bulog: 999</s> (dicabut)" in history
        assert "Bulog: pengamatan dicabut" in history

    def test_a_settlement_says_who_when_why_and_at_which_rakor(self, page_of, difference, jambi, budi, vera):
        settled = make.make_settled(difference, 110, by=vera, minutes_number="BA-7/2024")
        rakor = make.make_rakor("Rakor PKH", jambi)
        make.make_invitation(rakor, unit=difference.measurement.unit)
        make.make_outcome(rakor, kind="penyelesaian", settlement=settled.settlement)
        page = text_of(page_of(budi, address(difference.measurement)))
        assert "110 KPM, disepakati" in page and "Disepakati: 100 menjadi 110" in page
        assert "Dicocokkan bersama." in page and "Berita acara BA-7/2024" in page
        assert f'<a href="/kerja/rakor/{rakor.pk}/#r1">Rumusan 1, Rakor PKH</a>' in page

    def test_what_stood_and_was_agreed_stays(self, page_of, difference, budi, vera):
        make.make_settled(difference, 100, by=vera)
        page = text_of(page_of(budi, address(difference.measurement)))
        assert "Disepakati: tetap 100" in page and "100 menjadi 100" not in page

    def test_a_rakor_out_of_reach_is_not_named(self, page_of, difference, kalbar, budi):
        settled = make.make_settled(difference, 110)
        make.make_outcome(make.make_rakor("Rakor jauh", kalbar), settlement=settled.settlement)
        assert "Rakor jauh" not in page_of(budi, address(difference.measurement))

    def test_the_paper_behind_it_is_for_who_reads_the_figure(
        self, logged_in, figure, settings, tmp_path, rina, sari
    ):
        settings.MEDIA_ROOT = tmp_path
        client = logged_in(rina)
        sent = typed(sumber_baru="Bulog", berkas=SimpleUploadedFile("surat.pdf", PDF))
        assert client.post(address(figure), sent).status_code == 302
        paper = f"/kerja/sumber/{Observation.objects.latest('pk').pk}/"
        assert f'href="{paper}">surat.pdf</a>' in client.get(address(figure)).text
        assert b"".join(client.get(paper).streaming_content) == PDF
        assert logged_in(sari).get(paper).status_code == 404


class TestNoting:
    def test_a_source_is_noted_beside_what_stands(self, logged_in, figure, kemensos, wayan):
        answer = logged_in(wayan).post(address(figure), typed(kemensos, catatan="Surat 12/2024"))
        assert answer.status_code == 302
        said = figure.observations.latest("pk")
        assert (said.source, said.value, said.note) == (kemensos, 115, "Surat 12/2024")
        assert said.cut_off_on == date(2024, 12, 31) and said.observed_by == wayan and said.measure_unit == ""
        assert Measurement.objects.get(pk=figure.pk).value == Decimal(100)

    def test_a_new_source_is_made_once(self, logged_in, figure, wayan):
        client = logged_in(wayan)
        for name, value in (("Perum  Bulog", "115"), ("perum bulog", "116")):
            assert client.post(address(figure), typed(sumber_baru=name, nilai=value)).status_code == 302
        assert [str(one) for one in Source.objects.filter(name__icontains="bulog")] == ["Perum Bulog"]

    def test_the_same_twice_is_refused_in_words_and_stays_typed(self, logged_in, figure, kemensos, wayan):
        client = logged_in(wayan)
        client.post(address(figure), typed(kemensos))
        number = Observation.objects.count()
        page = client.post(address(figure), typed(kemensos)).text
        assert "Kementerian Sosial sudah mengatakan hal yang sama, dicatat" in page
        assert 'value="115"' in page and Observation.objects.count() == number

    def test_the_same_figure_of_another_day_or_unit_is_news(self, logged_in, figure, kemensos, wayan):
        client = logged_in(wayan)
        for changed in ({}, {"per_tanggal": "30 November 2024"}, {"satuan": "jiwa"}):
            assert client.post(address(figure), typed(kemensos, **changed)).status_code == 302, changed
        assert figure.observations.filter(source=kemensos).count() == 3
        assert figure.observations.latest("pk").measure_unit == "jiwa"

    def test_a_state_is_noted_instead_of_a_figure(self, logged_in, figure, kemensos, wayan):
        sent = typed(kemensos, nilai="", keadaan="withheld")
        assert logged_in(wayan).post(address(figure), sent).status_code == 302
        assert (figure.observations.latest("pk").state, figure.observations.latest("pk").value) == (
            "withheld",
            None,
        )

    @pytest.mark.parametrize(
        ("changed", "sentence"),
        [
            ({}, "Pilih sumbernya, atau tulis nama sumber baru."),
            ({"sumber_baru": "Bulog", "nilai": ""}, "Tulis angkanya, atau pilih keadaan yang bukan angka."),
            ({"sumber_baru": "Bulog", "keadaan": "withheld"}, "tidak keduanya"),
            ({"sumber_baru": "Bulog", "nilai": "1.234"}, "1.234"),
            ({"sumber_baru": "Bulog", "catatan": "NIP 198001012005011001"}, "NIP"),
        ],
    )
    def test_what_cannot_stand_is_said_and_nothing_is_written(
        self, logged_in, figure, wayan, changed, sentence
    ):
        number = Observation.objects.count(), Source.objects.count()
        answer = logged_in(wayan).post(address(figure), typed(**changed))
        assert answer.status_code == 200 and sentence in answer.text
        assert (Observation.objects.count(), Source.objects.count()) == number

    def test_a_day_that_has_not_come_is_refused(self, logged_in, figure, kemensos, wayan):
        tomorrow = timezone.localdate() + timedelta(days=1)
        sent = typed(kemensos, diterima=f"{tomorrow:%d/%m/%Y}")
        assert "Tanggal ini belum tiba." in logged_in(wayan).post(address(figure), sent).text

    @pytest.mark.parametrize("who", ["budi", "vera", "pimpin"])
    def test_who_only_reads_has_no_form(self, logged_in, figure, kemensos, request, who):
        client = logged_in(request.getfixturevalue(who))
        assert "Catat sumber lain" not in client.get(address(figure)).text
        assert client.post(address(figure), typed(kemensos)).status_code == 403

    def test_reports_of_other_regions_are_not_offered(self, page_of, figure, merangin, wayan, kemensos):
        make.make_source("Laporan Merangin (15.02)", agency=merangin)
        page = page_of(wayan, address(figure))
        assert "Kementerian Sosial</option>" in page and "Laporan Merangin" not in page
