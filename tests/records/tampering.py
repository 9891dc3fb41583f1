"""Ways to tamper with a ledger for somebody who can write the database and does not hold the key."""

from datetime import timedelta

from django.db.models import F

from records import sealing, spans
from records.choices import Action
from records.models import Change, Seal

FREE = 10**9
"""A line or seal number that nobody has."""


def fact(chance, rows):
    return chance.choice(list(rows.order_by("pk")))


def edit_line(chance):
    line = fact(chance, Change.objects.all())
    edits = {
        "at": line.at + timedelta(seconds=chance.choice([-1, 1, 86400])),
        "by_id": None if line.by_id else line.pk,
        "action": Action.DELETE if line.action != Action.DELETE else Action.CREATE,
        "object_type": line.object_type + "x",
        "object_id": line.object_id + "0",
        "object_label": line.object_label[:-1],
        "changes": line.changes.replace("1", "2") + " ",
        "reason": line.reason + ".",
        "request_id": line.request_id[::-1] + "0",
    }
    name = chance.choice([name for name in edits if name != "by_id" or line.by_id])
    Change.objects.filter(pk=line.pk).update(**{name: edits[name]})


def edit_by_turns(chance):
    """Two lines exchange what they say."""
    first, second = chance.sample(list(Change.objects.order_by("pk")), 2)
    swap = {"changes": second.changes, "object_id": second.object_id}
    Change.objects.filter(pk=second.pk).update(changes=first.changes, object_id=first.object_id)
    Change.objects.filter(pk=first.pk).update(**swap)


def insert_line(chance):
    """At the end, or where a number is free since a savepoint was taken back."""
    line = fact(chance, Change.objects.all())
    numbers = set(Change.objects.values_list("pk", flat=True))
    free = [number for number in range(min(numbers) + 1, max(numbers) + 9) if number not in numbers]
    line.pk = chance.choice(free)
    line.save(force_insert=True)


def delete_lines(chance):
    lines = chance.sample(list(Change.objects.values_list("pk", flat=True)), chance.randint(1, 3))
    Change.objects.filter(pk__in=lines)._raw_delete("default")


def swap_lines(chance):
    """Two lines exchange their numbers."""
    exchange(Change, "id", *chance.sample(list(Change.objects.values_list("pk", flat=True)), 2))


def move_line(chance):
    line = fact(chance, Change.objects.all())
    Change.objects.filter(pk=line.pk).update(id=FREE)


def edit_seal(chance):
    seal = fact(chance, Seal.objects.all())
    edits = {
        "at": seal.at + timedelta(days=chance.choice([-1, 1])),
        "lines": chance.choice([seal.lines + f",{FREE}", "1-x", str(FREE)]),
        "count": seal.count + chance.choice([-1, 1]),
        "digest": seal.digest[::-1],
        "key_mark": seal.key_mark[::-1] + "0" if len(seal.key_mark) < 8 else "0" * 8,
        "mac": seal.mac[::-1],
    }
    name = chance.choice(list(edits))
    Seal.objects.filter(pk=seal.pk).update(**{name: edits[name]})


def edit_line_and_seal(chance):
    """A line is changed and its seal made to fit, as far as that goes without the key."""
    seal = fact(chance, Seal.objects.all())
    own = spans.read(seal.lines)
    Change.objects.filter(pk=own[0][0]).update(reason="Sesuai usulan.")
    numbers, digest = sealing.digest_of(sealing.rows_within(own))
    before = Seal.objects.filter(number=seal.number - 1).first()
    seal.digest, seal.count = digest, len(numbers)
    seal.mac = sealing.mac_of(seal, before.mac if before else "", "some other key")
    seal.save(force_update=True)


def delete_seal(chance):
    Seal.objects.filter(pk=fact(chance, Seal.objects.all()).pk)._raw_delete("default")


def delete_transaction(chance):
    """A seal goes with its lines, and those after it move up."""
    seal = fact(chance, Seal.objects.all())
    for span in spans.read(seal.lines):
        Change.objects.filter(pk__range=span)._raw_delete("default")
    Seal.objects.filter(pk=seal.pk)._raw_delete("default")
    for number in (
        Seal.objects.filter(number__gt=seal.number).values_list("number", flat=True).order_by("number")
    ):
        Seal.objects.filter(pk=number).update(number=F("number") - 1)


def cut_the_end(chance):
    """The last seals go with their lines: only an anchor knows of them."""
    last = Seal.objects.order_by("-number").first().number
    for seal in Seal.objects.filter(number__gt=last - chance.randint(1, 5)):
        for span in spans.read(seal.lines):
            Change.objects.filter(pk__range=span)._raw_delete("default")
        Seal.objects.filter(pk=seal.pk)._raw_delete("default")


def swap_seals(chance):
    exchange(Seal, "number", *chance.sample(list(Seal.objects.values_list("pk", flat=True)), 2))


def insert_sealed_line(chance):
    """A line of one's own with a copied seal at the end of the chain."""
    line = Change.objects.order_by("-pk").first()
    seal = Seal.objects.order_by("-number").first()
    line.pk += 1
    line.save(force_insert=True)
    seal.number, seal.lines = seal.number + 1, str(line.pk)
    seal.save(force_insert=True)


def exchange(model, name, first, second):
    rows = model.objects
    rows.filter(pk=first).update(**{name: FREE})
    rows.filter(pk=second).update(**{name: first})
    rows.filter(pk=FREE).update(**{name: second})


KINDS = {
    "edits": (edit_line, edit_line, edit_by_turns, edit_seal, edit_line_and_seal),
    "insertions": (insert_line, insert_sealed_line),
    "deletions": (delete_lines, delete_seal, delete_transaction, cut_the_end),
    "reorderings": (swap_lines, move_line, swap_seals),
}
