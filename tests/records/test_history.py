"""The ledger in words: fields by their names, values as the screen shows them."""

from datetime import date, time

import pytest

from records import ledger
from records.choices import Action
from records.history import differences, kind_of
from tests import factories as make

pytestmark = pytest.mark.django_db


def words(obj, changes, action=Action.CHANGE):
    line = ledger.write(obj, action, by=None, changes=changes)
    return {one.label: (one.before, one.after) for one in differences(line)}


@pytest.fixture
def rakor(jambi):
    return make.make_rakor(region=jambi)


def test_choices_dates_times_and_units_are_said_as_on_the_screen(rakor, jambi, kerinci):
    assert words(rakor, {
        "state": ["draf", "dijadwalkan"],
        "starts_on": ["2019-04-09", "2019-04-10"],
        "starts_time": ["", "09:00:00"],
        "region": [str(jambi.pk), str(kerinci.pk)],
        "is_sample": ["False", "True"],
    }) == {
        "keadaan": ("Draf", "Dijadwalkan"),
        "tanggal": ("9\N{NO-BREAK SPACE}April 2019", "10\N{NO-BREAK SPACE}April 2019"),
        "pukul": ("(kosong)", "09.00"),
        "wilayah": ("Jambi", "Kerinci"),
        "data contoh": ("Tidak", "Ya"),
    }  # fmt: skip


def test_what_is_gone_is_named_by_its_number(rakor):
    assert words(rakor, {"series": ["4711", ""]}) == {
        "Rakor berkala": ("(sudah dihapus, nomor 4711)", "(kosong)")
    }


def test_a_personal_field_says_only_that_it_changed(budi):
    line = ledger.write(budi, Action.CHANGE, by=budi, changes={"password": [None, None]})
    (one,) = differences(line)
    assert (one.is_personal, one.before, one.after) == (True, "", "")


def test_what_the_machinery_keeps_is_not_shown(rakor):
    assert words(rakor, {"version": ["1", "2"], "id": ["", "1"]}) == {}


def test_a_field_or_model_that_no_longer_exists_is_shown_as_it_was_written(rakor):
    assert words(rakor, {"dahulu": ["a", "b"]}) == {"dahulu": ("a", "b")}
    line = ledger.write(rakor, Action.CHANGE, by=None, changes={"x": ["1", "2"]})
    line.object_type = "lama.hilang"
    assert kind_of(line) == "lama.hilang"
    assert [(one.label, one.before) for one in differences(line)] == [("x", "1")]


def test_a_real_save_reads_back_in_words(rakor):
    rakor.starts_time, rakor.ends_on = time(9, 30), date(2022, 11, 8)
    ledger.save(rakor, Action.CHANGE, by=None)
    from records.models import Change

    labels = {one.label: one.after for one in differences(Change.objects.about(rakor).latest("id"))}
    assert labels == {"pukul": "09.30", "sampai tanggal": "8\N{NO-BREAK SPACE}November 2022"}
