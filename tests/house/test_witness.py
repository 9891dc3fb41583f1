"""The witness sees what the ledger leaves out: who it is to convict must not be able to hide."""

import pytest
from django.db import connection

from accounts.models import User
from records import ledger
from records.choices import Action
from tests import factories as make
from tests.append_only import FIND
from tests.witness import watching, witnessed

pytestmark = pytest.mark.django_db


@pytest.fixture
def series(jambi):
    return make.make_series("Rakor lama", region=jambi)


def seen(act, **expected):
    with pytest.raises(AssertionError) as found, watching(is_request=False, **expected):
        act()
    return str(found.value)


def test_it_stands_at_every_table():
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor])
        standing = {(name, table) for name, table in cursor.fetchall()}
    for table in witnessed():
        for operation in ("insert", "update", "delete"):
            assert (f"saksi_{table}_{operation}", table) in standing


def test_a_change_a_new_row_and_a_deletion_without_a_line_are_seen(series, jambi):
    assert "no line" in seen(lambda: type(series).objects.update(name="Rakor baru"))
    assert "no line" in seen(lambda: make.make_user())
    assert "no line" in seen(lambda: series.delete())


def test_a_field_left_out_or_said_wrongly_is_seen(series, rina):
    def change(**said):
        type(series).objects.update(name="Rakor baru", cadence="semester")
        ledger.write(series, Action.CHANGE, by=rina, changes=said)

    assert "cadence" in seen(lambda: change(name=["Rakor lama", "Rakor baru"]))
    type(series).objects.update(name="Rakor lama", cadence="tahunan")
    wrong = {"name": ["Rakor lama", "Rakor tua"], "cadence": ["tahunan", "semester"]}
    assert "is said as 'Rakor lama' → 'Rakor tua'" in seen(lambda: change(**wrong))


def test_another_persons_name_and_a_personal_value_are_seen(series, rina, budi):
    assert f"not by {rina.pk}" in seen(lambda: ledger.write(series, Action.CHANGE, by=budi), user_id=rina.pk)

    def tell():
        User.objects.filter(pk=budi.pk).update(email="budi@contoh.go.id")
        ledger.write(budi, Action.CHANGE, by=budi, changes={"email": ["", "budi@contoh.go.id"]})

    assert "a personal value is said" in seen(tell)


def test_a_list_changed_without_a_line_is_seen(jambi):
    rakor, program = make.make_rakor(region=jambi), make.make_program()
    assert "programs: not said" in seen(lambda: rakor.programs.add(program))


def test_what_came_and_went_again_is_nothing(series):
    with watching(is_request=False) as rows:
        type(series).objects.update(name="x")
        type(series).objects.update(name="Rakor lama")
        make.make_user("sebentar").delete()
    assert rows == []
