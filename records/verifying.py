"""Reading the whole ledger against its seals: what was changed, put in, taken out or moved.

One pass over the seals, one over the lines they name, and a look between those. Memory holds one batch of
seals and the gaps between line numbers, however long the ledger is. What nobody can know is said too.
"""

import hashlib
from itertools import islice

from django.db.models import Max, Min
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from records import sealing, spans
from records.models import Change, Seal

BATCH = 500
"""Seals that are held at once."""

SHOWN = 5
"""Spans of lines that a sentence names."""


class Verification:
    """One reading of the ledger. `keys` are {mark: key}, `anchors` heads that were written down elsewhere."""

    def __init__(self, keys, anchors=()):
        self.keys = keys
        self.wanted = {anchor.mac: anchor for anchor in anchors}
        self.foreign = {}  # {mark: seals made with a key that is not here}
        self.covered = spans.Union()
        self.previous = self.anchored = None
        self.seals = self.lines = 0

    def findings(self):
        """One sentence for each thing that is not as it was sealed."""
        stored = Seal.objects.order_by("number").iterator(chunk_size=BATCH)
        while batch := list(islice(stored, BATCH)):
            for seal in batch:
                yield from self.check_seal(seal)
            yield from self.check_lines(batch)
        yield from self.check_uncovered()
        for anchor in self.wanted.values():
            yield _(
                "%(name)s menyebut segel dengan kode %(mac)s…, yang tidak ada lagi: bagian akhir buku "
                "perubahan dipotong atau diganti."
            ) % {"name": anchor.name, "mac": anchor.mac[:12]}
        for mark, numbers in self.foreign.items():
            yield _(
                "Segel %(numbers)s dibuat dengan kunci lain (tanda %(mark)s). Kembalikan kunci itu dari "
                "cadangan, atau beri dengan --key; tanpa itu segelnya tidak dapat diperiksa."
            ) % {"numbers": listed(numbers.spans), "mark": mark[:8]}

    def check_seal(self, seal):
        """Whether a seal follows on the one before and is whole."""
        expected = self.previous.number + 1 if self.previous else 1
        if seal.number > expected:
            yield _("Segel %(numbers)s hilang.") % {"numbers": listed([(expected, seal.number - 1)])}
        elif seal.key_mark not in self.keys:
            self.foreign.setdefault(seal.key_mark, spans.Union()).add(seal.number, seal.number)
        elif not self.fits(seal):
            yield _(
                "Segel %(number)d (%(at)s) tidak cocok dengan kuncinya: segel ini atau yang sebelumnya "
                "diubah, disisipkan atau dipindahkan."
            ) % named(seal)
        if self.wanted.pop(seal.mac, None):
            self.anchored = seal
        self.previous = seal
        self.seals += 1

    def fits(self, seal):
        before = self.previous.mac if self.previous else ""
        return seal.mac == sealing.mac_of(seal, before, self.keys[seal.key_mark])

    def check_lines(self, batch):
        """Whether the lines that a batch of seals names are those that were sealed."""
        readable = {}
        for seal in batch:
            try:
                readable[seal] = spans.read(seal.lines)
            except ValueError:
                broken = _("Daftar baris segel %(number)d (%(at)s) tidak terbaca: segel ini diubah.")
                yield broken % named(seal)
        for of_seal in readable.values():
            for span in of_seal:
                self.covered.add(*span)
        # A span that was made endless would have the whole ledger read once more; such a seal fits no key.
        readable = {seal: own for seal, own in readable.items() if spans.total(own) == seal.count}
        found = read_digests(readable)
        for seal, own in readable.items():
            count, digest = found[seal]
            self.lines += count
            if count < seal.count:
                gone = _("Baris %(lines)s hilang atau bertukar nomor (segel %(number)d, %(at)s).")
                yield gone % named(seal, lines=listed(absent(own)))
            elif digest.hexdigest() != seal.digest:
                changed = _("Isi baris %(lines)s diubah sesudah disegel (segel %(number)d, %(at)s).")
                yield changed % named(seal, lines=listed(own))

    def check_uncovered(self):
        """Whether there are lines, since the first seal, that no seal names."""
        last = Change.objects.aggregate(last=Max("id"))["last"] or 0
        bare = spans.Union()
        for number in sealing.numbers_within(self.covered.gaps(last)):
            bare.add(number, number)
        if not bare.spans:
            return
        # What was written while we read has its seal by now: line and seal are committed as one.
        newer = Seal.objects.filter(number__gt=self.previous.number).iterator(chunk_size=BATCH)
        named_since = spans.Union(span for seal in newer for span in spans.read(seal.lines))
        if left := spans.without(bare.spans, named_since.spans):
            bare_lines = _(
                "Baris %(lines)s tidak bersegel: disisipkan di luar aplikasi, atau segelnya dihapus."
            )
            yield bare_lines % {"lines": listed(left)}

    def unknown(self):
        """From when, and up to when, this reading cannot know; sentences for after the findings."""
        first = self.covered.spans[0][0] if self.covered.spans else None
        unsealed = Change.objects.filter(id__lt=first) if first else Change.objects.all()
        ends = unsealed.aggregate(first=Min("id"), last=Max("id"), at=Max("at"))
        if ends["first"]:
            yield _(
                "Baris %(lines)s (terakhir %(at)s) ditulis sebelum segel pertama; tidak dapat diketahui "
                "apakah berubah."
            ) % {"lines": listed([(ends["first"], ends["last"])]), "at": moment(ends["at"])}
        if self.previous is None:
            yield _("Belum ada segel.")
        elif self.anchored is None:
            yield _(
                "Belum ada jangkar: tidak dapat diketahui apakah baris dan segel terakhir pernah dihapus "
                "bersama. Simpan baris dari `anchor_log` di tempat lain tiap hari."
            )
        elif self.anchored.number < self.previous.number:
            yield _(
                "Jangkar terakhir adalah segel %(number)d (%(at)s). Sesudahnya tidak dapat diketahui apakah "
                "baris dan segel terakhir pernah dihapus bersama."
            ) % named(self.anchored)


def read_digests(readable):
    """{seal: (number of lines, digest)} of {seal: spans}, by one ascending reading of all their lines."""
    found = {seal: [0, hashlib.sha256()] for seal in readable}
    order = sorted((first, last, seal.number, seal) for seal, own in readable.items() for first, last in own)
    union = spans.Union(span for own in readable.values() for span in own)
    place = 0
    for row in sealing.rows_within(union.spans):
        while order[place][1] < row[0]:
            place += 1
        tally = found[order[place][3]]
        tally[0] += 1
        tally[1].update(sealing.text_of(row))
    return found


def absent(own):
    """The spans of lines that are not there any more."""
    return spans.without(own, spans.spans_of(sealing.numbers_within(own)))


def listed(some):
    """ "12-15, 17", and how many more where there are many."""
    shown = spans.write(some[:SHOWN]).replace(",", ", ")
    rest = spans.total(some[SHOWN:])
    return _("%(shown)s dan %(rest)d lagi") % {"shown": shown, "rest": rest} if rest else shown


def named(seal, **more):
    """What a sentence about a seal says of it."""
    return {"number": seal.number, "at": moment(seal.at), **more}


def moment(at):
    return date_format(timezone.localtime(at), "DATETIME_FORMAT")
