"""The filters that templates write dates with."""

from datetime import UTC, date, datetime

from django.template import Context, Template

SHOWN = Template("{% load rakor_words %}{{ value|tanggal }} · {{ value|hari_tanggal }}")


def shown(value):
    return SHOWN.render(Context({"value": value})).replace("\N{NO-BREAK SPACE}", " ")


def test_a_moment_has_the_day_of_the_office_not_of_the_server():
    just_after_midnight_in_jakarta = datetime(2026, 11, 24, 17, 11, tzinfo=UTC)
    assert shown(just_after_midnight_in_jakarta) == "25 November 2026 · Rabu, 25 November 2026"


def test_a_day_is_a_day():
    assert shown(date(2022, 11, 7)) == "7 November 2022 · Senin, 7 November 2022"
    assert shown(None) == " · "
