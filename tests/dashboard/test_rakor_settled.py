"""Settled figures under their outcome, open ones under their issue: to the public and to officials."""

import pytest

from programs.models import Difference, Indicator, Program
from tests import factories as make
from tests.dashboard import reading

pytestmark = pytest.mark.django_db


@pytest.fixture
def rakor(jambi, kerinci):
    made = make.make_rakor("Rakor PKH", jambi)
    make.make_invitation(made, unit=kerinci)
    return made


@pytest.fixture
def settled(rakor, kpm, kerinci):
    """110 agreed where 100 stood, in an outcome of the Rakor."""
    figure = make.make_settled(
        make.make_apart(kpm, kerinci, make.make_period(2024), 100, 110), 110, minutes_number="BA-7/2024"
    )
    make.make_outcome(rakor, kind="penyelesaian", settlement=figure.settlement)
    return figure


@pytest.fixture
def left(rakor, kpm, merangin):
    difference = make.make_apart(kpm, merangin, make.make_period(2024), 200, 220, state="dibawa")
    make.make_issue(rakor).differences.add(difference)
    return difference


def text_of(page):
    return page.replace("\N{NO-BREAK SPACE}", " ")


def public(client, rakor):
    return text_of(reading.read(client, rakor.get_absolute_url()))


def inside(logged_in, person, rakor):
    return text_of(reading.read(logged_in(person), f"/kerja/rakor/{rakor.pk}/"))


SETTLED = "Penerima PKH, Kabupaten Kerinci, Tahun 2024</a>: 100 KPM → <b>110 KPM</b>"
LEFT = "Penerima PKH, Kabupaten Merangin, Tahun 2024</a>"


def test_the_public_reads_before_agreed_cause_and_berita_acara(client, rakor, settled, kpm):
    page = public(client, rakor)
    assert f'<a href="{kpm.get_absolute_url()}">{SETTLED}<span>Pengisian parsial</span>' in page
    assert "Berita acara BA-7/2024" in page


def test_an_official_is_led_to_the_figure(logged_in, rakor, settled, rina):
    page = inside(logged_in, rina, rakor)
    assert f'<a href="/kerja/angka/{settled.difference.measurement_id}/">{SETTLED}' in page


@pytest.mark.parametrize("kind", [Indicator, Program])
def test_what_is_not_public_is_read_by_who_reaches_it(
    client, logged_in, rakor, settled, left, kind, rina, budi
):
    kind.objects.update(visibility="terbatas")
    page = public(client, rakor)
    assert "Penerima PKH" not in page and "BA-7" not in page
    assert SETTLED in inside(logged_in, rina, rakor) and LEFT in inside(logged_in, rina, rakor)
    page = inside(logged_in, budi, rakor)
    assert SETTLED in page and "Merangin" not in page.partition('id="permasalahan"')[2]


def test_small_counts_are_covered_for_the_public_only(client, logged_in, rakor, kpm, kerinci, rina):
    Indicator.objects.update(suppress_small_cells=True)
    figure = make.make_settled(make.make_apart(kpm, kerinci, make.make_period(2024), 3, 7), 7)
    make.make_outcome(rakor, kind="penyelesaian", settlement=figure.settlement)
    assert "</a>: angka kecil, ditutup → <b>7 KPM</b>" in public(client, rakor)
    assert "</a>: 3 KPM → <b>7 KPM</b>" in inside(logged_in, rina, rakor)


def test_an_issue_names_what_is_still_open_and_only_officials_read_how_far(
    client, logged_in, rakor, left, rina
):
    page = public(client, rakor)
    assert LEFT in page and "+20" not in page
    page = inside(logged_in, rina, rakor)
    assert f'<a href="/kerja/angka/{left.measurement_id}/">{LEFT}: +20 KPM (10,00%)' in page


def test_what_was_settled_since_is_not_open_any_more(client, rakor, left):
    Difference.objects.update(state="sinkron")
    assert LEFT not in public(client, rakor)


def test_as_many_questions_for_one_as_for_thirty(client, rakor, settled, left, kpm, jambi, count_queries):
    few = count_queries(rakor.get_absolute_url())
    issue = rakor.issues.get()
    for number in range(30):
        unit = make.make_regency(f"15.{10 + number}", f"No {number}", jambi)
        figure = make.make_settled(make.make_apart(kpm, unit, make.make_period(2024), 1, 2), 2)
        make.make_outcome(rakor, kind="penyelesaian", settlement=figure.settlement)
        issue.differences.add(make.make_apart(kpm, unit, make.make_period(2023), 1, 2))
    assert count_queries(rakor.get_absolute_url()) == few
