"""Reading the ledger against its seals: all tampering is found, and what nobody can know is said."""

import os
import random
from io import StringIO
from itertools import count

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from records import anchors, ledger, sealing
from records.choices import Action
from records.models import Change, Seal
from records.verifying import BATCH, Verification
from tests import factories as make
from tests.append_only import lift
from tests.records import tampering

pytestmark = pytest.mark.django_db

TAMPERINGS = int(os.environ.get("TAMPERINGS") or 100)
"""How often the ledger is tampered with; `make drill` asks for more."""


_numbers = count(1)


def keys():
    return {sealing.mark_of(settings.LEDGER_KEY): settings.LEDGER_KEY}


def findings(*anchored):
    return list(Verification(keys(), anchored).findings())


def commit(person, times=1, **said):
    """Lines sealed as a commit would; the test's own transaction never comes to that."""
    lines = [
        ledger.write(person, Action.CHANGE, by=person, changes={"name": [f"1 {next(_numbers)}", "2"]}, **said)
        for _ in range(times)
    ]
    connection.unsealed.clear()
    return sealing.seal({line.pk for line in lines})


def head():
    return anchors.Anchor(sealing.head().mac, "jangkar")


@pytest.fixture
def person():
    return make.make_user("sri")


@pytest.fixture
def ledger_of_many(person):
    """Sixty transactions of several lines, some numbers given away in vain."""
    chance = random.Random(7)
    for turn in range(60):
        with ledger.request(f"permintaan-{turn}"):
            commit(person, chance.randint(1, 4), reason=f"Koreksi {turn}")
        if turn % 9 == 0:
            with transaction.atomic():
                spare = ledger.write(person, Action.CHANGE, by=person)
                lift()
                Change.objects.filter(pk=spare.pk)._raw_delete("default")
    connection.unsealed.clear()


def test_what_nobody_touched_has_no_findings(ledger_of_many):
    assert findings(head()) == []


@pytest.mark.parametrize("kind", tampering.KINDS)
def test_tampering_is_found(ledger_of_many, kind):
    """Every single time, up to the last anchor."""
    lift()
    anchor, missed, tried = head(), [], 0
    for turn in range(-(-TAMPERINGS // len(tampering.KINDS))):
        chance = random.Random(turn)
        tamper = chance.choice(tampering.KINDS[kind])
        with transaction.atomic():
            tamper(chance)
            tried += 1
            if not findings(anchor):
                missed.append((turn, tamper.__name__))
            transaction.set_rollback(True)

    assert tried >= TAMPERINGS // len(tampering.KINDS)
    assert missed == []
    assert findings(anchor) == []


def test_what_was_found_is_said_with_its_numbers(person):
    first, second, third = commit(person, 3), commit(person), commit(person)
    lift()
    one, two, three, four, five = Change.objects.order_by("pk")

    def said(act, *anchored):
        with transaction.atomic():
            act()
            found = findings(*anchored)
            transaction.set_rollback(True)
        return "\n".join(found)

    lines = Change.objects
    changed = said(lambda: lines.filter(pk=two.pk).update(reason="lain"))
    assert f"Isi baris {one.pk}-{three.pk} diubah sesudah disegel (segel {first.number}" in changed
    gone = said(lambda: lines.filter(pk=two.pk)._raw_delete("default"))
    assert f"Baris {two.pk} hilang" in gone
    put_in = said(lambda: ledger.write(person, Action.CHANGE, by=person))
    assert f"Baris {five.pk + 1} tidak bersegel" in put_in
    missing = said(lambda: Seal.objects.filter(pk=second.pk)._raw_delete("default"))
    assert "Segel 2 hilang." in missing
    assert f"Baris {four.pk} tidak bersegel" in missing
    cut = said(lambda: Seal.objects.filter(pk=third.pk)._raw_delete("default"), head())
    assert f"jangkar menyebut segel dengan kode {third.mac[:12]}…" in cut
    broken = said(lambda: Seal.objects.filter(pk=third.pk).update(lines="5-"))
    assert "Daftar baris segel 3" in broken


def test_seals_of_more_than_one_batch_are_one_chain(person):
    for _turn in range(BATCH + 3):
        commit(person)
    lift()

    assert findings() == []
    Seal.objects.filter(number=BATCH)._raw_delete("default")
    assert findings()[0] == f"Segel {BATCH} hilang."


def test_many_findings_are_counted_not_listed(person):
    commit(person, 30)
    lift()
    odd = [line.pk for line in Change.objects.order_by("pk")][1::2]
    Change.objects.filter(pk__in=odd)._raw_delete("default")

    assert "dan 10 lagi hilang" in findings()[0]


class TestUnknown:
    """From when it cannot know, in sentences of their own."""

    def said(self, *anchored):
        verification = Verification(keys(), anchored)
        assert list(verification.findings()) == []
        return list(verification.unknown())

    def test_nothing_sealed_yet(self, person):
        assert self.said() == ["Belum ada segel."]

    def test_lines_from_before_the_first_seal(self, person):
        old = ledger.write(person, Action.CHANGE, by=person)
        commit(person)

        before, anchorless = self.said()

        assert before.startswith(f"Baris {old.pk} (terakhir")
        assert anchorless.startswith("Belum ada jangkar")

    def test_what_came_after_the_last_anchor(self, person):
        commit(person)
        anchor = head()

        assert self.said(anchor) == []
        commit(person)
        (after,) = self.said(anchor)
        assert after.startswith("Jangkar terakhir adalah segel 1 (")


def verify(*arguments):
    out = StringIO()
    call_command("verify_log", *arguments, stdout=out)
    return out.getvalue()


class TestCommand:
    @pytest.fixture(autouse=True)
    def own_anchors(self, settings, tmp_path):
        settings.LEDGER_ANCHORS_FILE = tmp_path / "var" / "ledger-anchors.log"

    def test_it_says_how_much_it_read(self, person):
        commit(person, 3)
        assert "Diperiksa: 3 baris dalam 1 segel.\nTidak ada temuan.\n" in verify()

    def test_it_fails_where_something_was_changed(self, person):
        commit(person)
        lift()
        Change.objects.update(reason="lain")
        with pytest.raises(CommandError, match="Ada 1 temuan") as failure:
            verify()
        assert failure.value.returncode == 1

    def test_an_anchor_written_down_today_is_believed(self, person, settings, tmp_path):
        commit(person)
        out = StringIO()
        call_command("anchor_log", stdout=out)
        kept = tmp_path / "disimpan.log"
        kept.write_text(f"# surel kantor\n\n{out.getvalue()}")
        assert settings.LEDGER_ANCHORS_FILE.read_text() == out.getvalue()

        assert "jangkar" not in verify().casefold()
        lift()
        Seal.objects.all()._raw_delete("default")
        Change.objects.all()._raw_delete("default")
        for arguments in ([], ["--anchors", str(kept)]):
            with pytest.raises(CommandError, match="Ada 1 temuan"):
                verify(*arguments)

    def test_without_a_seal_there_is_nothing_to_anchor(self, db, settings):
        err = StringIO()
        call_command("anchor_log", stderr=err)
        assert "Belum ada segel" in err.getvalue()
        assert not settings.LEDGER_ANCHORS_FILE.exists()

    @pytest.mark.parametrize(
        "line",
        ["halo", "2026-11-24T01:00:00+00:00 1 abcd", f"kemarin 1 {'a' * 64}", f"2026-11-24 x {'a' * 64}"],
    )
    def test_a_line_that_is_no_anchor_is_named(self, db, tmp_path, line):
        kept = tmp_path / "disimpan.log"
        kept.write_text(f"\n{line}\n")
        with pytest.raises(CommandError, match=r"disimpan.log:2 bukan jangkar"):
            verify("--anchors", str(kept))

    def test_a_file_that_is_not_there_is_named(self, db, tmp_path):
        with pytest.raises(CommandError, match="tidak dapat dibaca"):
            verify("--anchors", str(tmp_path / "hilang.log"))

    def test_another_key_is_told_from_tampering(self, person, settings, tmp_path):
        commit(person)
        commit(person)
        old = settings.LEDGER_KEY
        settings.LEDGER_KEY = "a-new-key-" * 6
        out = StringIO()
        with pytest.raises(CommandError, match="Ada 1 temuan"):
            call_command("verify_log", stdout=out)
        assert "Segel 1-2 dibuat dengan kunci lain" in out.getvalue()
        commit(person)

        kept = tmp_path / "kunci-lama"
        kept.write_text(f"{old}\n")
        assert "Tidak ada temuan." in verify("--key", str(kept))

    def test_a_release_anchors_what_was_sealed_before_it(self, person):
        commit(person)
        release = make.make_release(ledger_head=sealing.head().mac)
        assert "Belum ada jangkar" not in verify()
        lift()
        Seal.objects.all()._raw_delete("default")
        out = StringIO()
        with pytest.raises(CommandError):
            call_command("verify_log", stdout=out)
        assert f"Penetapan ke-1 «{release.title}» menyebut segel" in out.getvalue()
