from decimal import Decimal

import pytest

from programs.choices import PartKind
from programs.entering import Entry, Fact, enter_figures
from programs.models import Observation, Part
from programs.parts import set_parts
from rakor.lib.part_rows import MOST_ROWS, read_part_rows
from records.models import Change
from records.refusals import ActionRefused
from tests import factories as make

pytestmark = pytest.mark.django_db
ROWS = [("Danau Kerinci", Decimal(12)), ("Gunung Raya", Decimal(7))]


@pytest.fixture
def figure(kerinci, budi):
    indicator = make.make_indicator(name="Aksi selesai", decimals=0, scale_max=None)
    report = make.make_report(kerinci, indicator.program)
    enter_figures(report, [Entry(indicator, Fact("value", Decimal(19), "Sementara"))], by=budi)
    return report.measurements.get()


def parts_of(figure):
    figure.refresh_from_db()
    return [(part.kind, part.label, part.value) for part in figure.chosen.parts.all()]


def test_correcting_them_is_a_new_observation_of_the_same_value(figure, budi):
    before = figure.chosen
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    assert parts_of(figure) == [("kecamatan", *ROWS[0]), ("kecamatan", *ROWS[1])]
    assert figure.chosen != before and figure.chosen.source == before.source
    assert (figure.value, figure.note) == (19, "Sementara")
    assert Observation.objects.filter(measurement=figure).count() == 2


def test_the_ledger_names_every_row(figure, budi):
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    lines = Change.objects.filter(object_type="programs.part", by=budi)
    assert lines.count() == 2
    assert "Danau Kerinci" in lines.last().changes


def test_the_report_s_version_goes_up(figure, budi):
    figure.report.refresh_from_db()
    before = figure.report.version
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    figure.report.refresh_from_db()
    assert figure.report.version == before + 1


def test_the_same_rows_again_write_nothing(figure, budi):
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    lines = Change.objects.count()
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    assert Change.objects.count() == lines


def test_rows_of_another_kind_go_along(figure, budi):
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    set_parts(figure, PartKind.COMPANION, [("Wilayah 1", Decimal(19))], by=budi)
    assert len(parts_of(figure)) == 3
    set_parts(figure, PartKind.DISTRICT, [], by=budi)
    assert parts_of(figure) == [("pendamping", "Wilayah 1", 19)]


def test_a_new_value_has_none_until_somebody_gives_them(figure, budi):
    set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    figure.refresh_from_db()
    entry = Entry(figure.indicator, Fact("value", Decimal(20)), seen=figure.chosen_id)
    enter_figures(figure.report, [entry], by=budi)
    assert parts_of(figure) == []


def test_a_part_may_lie_below_the_scale_of_the_whole(figure, budi):
    type(figure.indicator).objects.update(scale_min=5)
    set_parts(figure, PartKind.DISTRICT, [("A", Decimal(1)), ("B", Decimal(18))], by=budi)
    assert len(parts_of(figure)) == 2


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([("A", Decimal(12)), ("B", Decimal(8))], "parts_do_not_add_up"),
        ([("A", Decimal(12)), ("a", Decimal(7))], "part_twice"),
        ([("A", Decimal(20)), ("B", Decimal(-1))], "out_of_range"),
        ([("A", Decimal("18.5")), ("B", Decimal("0.5"))], "too_many_decimals"),
        ([("Budi 081234567890", Decimal(19))], "personal_data"),
    ],
)
def test_what_cannot_stand_below_it(figure, budi, rows, code):
    with pytest.raises(ActionRefused) as refusal:
        set_parts(figure, PartKind.DISTRICT, rows, by=budi)
    assert refusal.value.code == code
    assert not Part.objects.exists()


def test_a_negative_part_where_the_scale_allows_it(figure, budi):
    type(figure.indicator).objects.update(scale_min=None)
    set_parts(figure, PartKind.DISTRICT, [("A", Decimal(20)), ("B", Decimal(-1))], by=budi)
    assert len(parts_of(figure)) == 2


def test_a_report_that_was_sent_keeps_what_it_was_sent_with(figure, budi):
    type(figure.report).objects.update(
        state="dikirim", submitted_by=budi, submitted_at=figure.chosen.observed_at
    )
    with pytest.raises(ActionRefused) as refusal:
        set_parts(figure, PartKind.DISTRICT, ROWS, by=budi)
    assert refusal.value.code == "report_closed"


class TestReading:
    def test_semicolon_tab_and_indonesian_numbers(self):
        reading = read_part_rows("Danau Kerinci ; 1.234,5\nGunung  Raya\t7\n\n")
        assert reading.rows == (("Danau Kerinci", Decimal("1234.5")), ("Gunung Raya", Decimal(7)))
        assert reading.problems == ()

    @pytest.mark.parametrize(
        ("line", "said"),
        [
            ("Danau Kerinci", "tidak memuat titik koma"),
            ("; 12", "Namanya kosong"),
            ("Siulak;", "belum berangka"),
            ("Siulak; -", "belum berangka"),
            ("Siulak; 1.234", "dapat berarti"),
            (f"{'a' * 101}; 1", "lebih dari 100 huruf"),
            ("Budi 081234567890; 1", "tampak seperti"),
        ],
    )
    def test_a_wrong_line_says_what_was_read_and_what_to_write(self, line, said):
        (problem,) = read_part_rows(f"Benar; 1\n{line}").problems
        assert problem.startswith("Baris 2: ") and said in problem

    def test_more_rows_than_anybody_reads(self):
        lines = "\n".join(f"Nama {number}; 1" for number in range(MOST_ROWS + 1))
        assert "paling banyak 300" in read_part_rows(lines).problems[0]
