"""One seal for each transaction that wrote to the ledger, made as its last act or not at all."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from records import ledger, sealing, spans
from records.choices import Action
from records.models import Change, Seal
from records.verifying import Verification
from tests import factories as make

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person():
    return make.make_user("sri")


def write(person, times=1):
    return [ledger.write(person, Action.CHANGE, by=person).pk for _ in range(times)]


def sealed():
    """The lines each seal names, in the order of the seals."""
    return [spans.read(seal.lines) for seal in Seal.objects.order_by("number")]


def findings():
    from django.conf import settings

    return list(Verification({sealing.mark_of(settings.LEDGER_KEY): settings.LEDGER_KEY}).findings())


def test_a_transaction_gets_one_seal_over_all_its_lines(person):
    with transaction.atomic():
        lines = write(person, 2)
        with transaction.atomic():
            lines += write(person, 3)

    assert sealed() == [spans.spans_of(lines)]
    assert Seal.objects.get().count == 5
    assert findings() == []


def test_a_line_outside_any_transaction_has_its_own(person):
    first, second = write(person), write(person)

    assert sealed() == [spans.spans_of(first), spans.spans_of(second)]
    assert findings() == []


def test_what_a_savepoint_took_back_is_not_sealed(person):
    with transaction.atomic():
        kept = write(person)
        with pytest.raises(IntegrityError), transaction.atomic():
            write(person, 2)
            raise IntegrityError
        kept += write(person)

    assert sealed() == [spans.spans_of(Change.objects.values_list("pk", flat=True))]
    assert Seal.objects.get().count == len(kept) == 2
    assert findings() == []


def test_what_a_transaction_took_back_leaves_no_seal(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(person)
        raise IntegrityError
    with transaction.atomic(), pytest.raises(IntegrityError), transaction.atomic():
        write(person)
        raise IntegrityError
    make.make_user()

    assert sealed() == []
    assert write(person) == list(Change.objects.values_list("pk", flat=True))
    assert len(sealed()) == 1


def test_no_seal_for_the_lines_of_a_connection_that_broke(person):
    with pytest.raises(IntegrityError), transaction.atomic():
        write(person)
        connection.close()
        raise IntegrityError
    write(person)

    assert Change.objects.count() == Seal.objects.get().count == 1
    assert findings() == []


def test_a_transaction_without_its_seal_is_not_committed(person, monkeypatch):
    def fail(*arguments):
        raise OSError("no key")

    monkeypatch.setattr(sealing, "mac_of", fail)
    with pytest.raises(OSError, match="no key"), transaction.atomic():
        write(person)
    monkeypatch.undo()

    assert not Change.objects.exists()
    assert connection.get_autocommit()
    write(person)
    assert len(sealed()) == 1


def test_an_import_of_lines_is_one_seal(person):
    ledger.write_many([ledger.line(person, Action.CHANGE, by=person) for _ in range(2500)])

    assert Seal.objects.get().count == 2500
    assert findings() == []


def test_every_column_of_a_line_is_sealed():
    assert set(sealing.COLUMNS) == {field.attname for field in Change._meta.concrete_fields}


def test_many_at_once_make_one_chain(person):
    """Eight people write at the same time, some transactions are taken back."""
    start = threading.Barrier(8)

    def work(number):
        start.wait(timeout=30)
        try:
            for turn in range(10):
                try:
                    with transaction.atomic():
                        write(person, 1 + turn % 3)
                        if (turn + number) % 4 == 0:
                            raise IntegrityError
                except IntegrityError:
                    pass
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))

    kept = sum((turn + number) % 4 != 0 for number in range(8) for turn in range(10))
    assert list(Seal.objects.values_list("number", flat=True)) == list(range(1, kept + 1))
    assert sorted(span for of_seal in sealed() for span in of_seal)
    covered = [number for own in sealed() for first, last in own for number in range(first, last + 1)]
    assert sorted(covered) == sorted(Change.objects.values_list("pk", flat=True))
    assert findings() == []


def test_a_backup_brings_its_seals_along(person, tmp_path):
    write(person)
    with transaction.atomic():
        write(person, 3)
    copy = tmp_path / "cadangan.json"
    call_command("dumpdata", "accounts", "records", output=str(copy), verbosity=0)
    before = list(Seal.objects.values_list("number", "mac"))
    from tests.append_only import lift

    lift()
    call_command("flush", interactive=False, verbosity=0)
    assert not Seal.objects.exists()

    call_command("loaddata", str(copy), verbosity=0)

    assert list(Seal.objects.values_list("number", "mac")) == before
    assert findings() == []
    write(person)
    assert Seal.objects.count() == 3
    assert findings() == []
