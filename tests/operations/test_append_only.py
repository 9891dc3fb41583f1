"""The suite may empty guarded tables between tests; the app never can."""

import pytest
from django.db import connection

from records.append_only import PREFIX
from tests.append_only import FIND


def triggers():
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor])
        return {name for name, _table in cursor.fetchall() if name.startswith(PREFIX)}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_triggers_stand_again_after_a_test_with_real_transactions(turn):
    """Each turn ends with all tables emptied; the second one would find the triggers missing."""
    from records.models import Change

    assert triggers()
    change = Change._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) FROM {change}")
        assert cursor.fetchone() == (0,)


def test_lift_is_out_of_the_apps_reach():
    import records.append_only as module

    assert not [name for name in vars(module) if "lift" in name or "drop" in name]
