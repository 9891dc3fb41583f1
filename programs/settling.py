"""Settling what differs (penyelesaian selisih), and carrying to a Rakor what could not be settled.

All of it or nothing: each difference must stand as its settler saw it. The figure then rests on the agreed
observation, in whatever state its report is; docs/facts.md says what may be agreed, and by whom.
"""

from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.choices import DifferenceState, Level, State
from programs.differences import STORED, recompare
from programs.models import (
    Difference,
    Indicator,
    Measurement,
    Observation,
    Report,
    SettledFigure,
    Settlement,
    Source,
)
from programs.notices import tell_carried, tell_settled
from programs.standing import lock_programs
from programs.weighing import Weighing, refuse_judges, said_words
from rakor.lib.dates import format_date
from rakor.lib.formats import format_number
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, reason_of, refuse_personal

__all__ = ["AGREEMENT", "Agreed", "carry", "settle"]

AGREEMENT = "Kesepakatan"
"""The source of a figure that no source said: the people who agreed on it, by their berita acara."""

SETTLED_FROM = (DifferenceState.OPEN, DifferenceState.NOT_COMPARABLE, DifferenceState.CARRIED)
CARRIED_FROM = (DifferenceState.OPEN, DifferenceState.NOT_COMPARABLE)
MOST_NAMED = 5


@dataclass(frozen=True)
class Agreed:
    """What was agreed on a difference as its settler saw it: what a source says, or a `value` of its own."""

    difference: Difference
    cause: str
    observation: Observation | None = None
    value: Decimal | None = None


@transaction.atomic
def settle(agreed, *, by, reason, minutes_number="", minutes_on=None):
    """Settle these differences in one act; gives the Settlement.

    Never on a figure that the settler brought in. A figure that no source said needs the number of the berita
    acara in which it was agreed.
    """
    reason, minutes_number = reason_of(reason), (minutes_number or "").strip()
    refuse_personal(minutes_number)
    agreed = list(agreed)
    differences = _take([one.difference for one in agreed], SETTLED_FROM)
    weighing = Weighing(differences.values(), by, minutes_number)
    chosen = [weighing.weigh(differences[one.difference.pk], one) for one in agreed]
    refuse_judges(differences.values(), chosen, by)
    settlement = Settlement.objects.create(
        reason=reason,
        minutes_number=minutes_number,
        minutes_on=minutes_on,
        # A clock set back must not make the settlement older than what it settled.
        settled_at=max([timezone.now(), *weighing.moments()]),
        settled_by=by,
    )
    _Settling(settlement, weighing.said).write(chosen)
    recompare(
        Measurement.objects.filter(difference__in=differences), by=by, action=Action.SETTLE, reason=reason
    )
    tell_settled(differences.values(), settlement, by=by)
    return settlement


@transaction.atomic
def carry(differences, *, by):
    """Leave these differences to a Rakor; gives them as they now stand. The caller writes its agenda."""
    taken = list(_take(differences, CARRIED_FROM).values())
    now, lines = timezone.now(), []
    for difference in taken:
        before = ledger.snapshot(difference)
        difference.state = DifferenceState.CARRIED
        difference.carried_at, difference.carried_by = now, by
        difference.opened_at = difference.opened_at or now
        difference.version += 1
        changes = ledger.changes_between(before, ledger.snapshot(difference))
        lines.append(ledger.line(difference, Action.CARRY, by=by, changes=changes))
    Difference.objects.bulk_update(taken, STORED, batch_size=500)
    ledger.write_many(lines)
    tell_carried(taken, by=by)
    return taken


def _take(seen, among):
    """{key: difference} as they stand, nobody else writing; refused where they are not as they were seen."""
    versions = {difference.pk: difference.version for difference in seen}
    if not versions:
        raise ActionRefused("nothing_chosen", _("Pilih sedikitnya satu angka."))
    if len(versions) != len(seen):
        raise ActionRefused("figure_twice", _("Angka yang sama dipilih dua kali. Pilih sekali saja."))
    lock_programs(pk__in=Indicator.objects.filter(measurements__difference__in=versions).values("program"))
    reports = Measurement.objects.filter(difference__in=versions).values("report")
    list(
        Report.objects.filter(pk__in=reports).order_by("pk").select_for_update(no_key=True).values_list("pk")
    )
    figure = ("measurement__indicator", "measurement__unit", "measurement__period", "measurement__chosen")
    report = ("measurement__report__program", "measurement__report__period", "measurement__report__unit")
    found = Difference.objects.select_related(*figure, *report).in_bulk(versions)
    moved = [one for key, one in found.items() if one.version != versions[key]]
    if moved or len(found) != len(versions):
        message = _("Berubah sejak Anda membukanya: %(figures)s. Tidak ada yang disimpan. Periksa lagi.")
        raise ActionRefused("difference_moved_on", message % {"figures": _named(moved)})
    shut = [one for one in found.values() if one.state not in among]
    if shut:
        message = _("Tidak dapat diproses pada keadaannya sekarang: %(figures)s. Tidak ada yang disimpan.")
        raise ActionRefused("wrong_state", message % {"figures": _named(shut)})
    return found


def _named(differences):
    """The first of them by name, each with what stands now."""
    words = [_stands(difference) for difference in differences[:MOST_NAMED]]
    rest = len(differences) - len(words)
    return "; ".join(words + ([_("%(number)d lainnya") % {"number": rest}] if rest else []))


def _stands(difference):
    value = difference.measurement.value
    return _("%(figure)s (sekarang %(state)s, angka %(value)s)") % {
        "figure": difference,
        "state": difference.get_state_display().lower(),
        "value": "–" if value is None else format_number(value),
    }


class _Settling:
    """One settlement being written, set by set."""

    def __init__(self, settlement, said):
        self.settlement, self.said = settlement, said
        self.by, self.reason = settlement.settled_by, settlement.reason
        self.lines = []
        self.log(settlement)

    def log(self, obj, before=None):
        changes = ledger.changes_between(before or {}, ledger.snapshot(obj))
        if changes:
            self.lines.append(
                ledger.line(obj, Action.SETTLE, by=self.by, changes=changes, reason=self.reason)
            )

    def write(self, chosen):
        """`chosen`: of each difference what it will rest on (programs.weighing.Chosen)."""
        self.observe([one for one in chosen if one.observation is None])
        figures = [self.figure(one) for one in chosen]
        SettledFigure.objects.bulk_create(figures)
        for figure in figures:
            self.log(figure)
        self.rest([one for one in chosen if one.measurement.chosen_id != one.observation.pk])
        ledger.write_many(self.lines)

    def observe(self, chosen):
        """The figures that no source said, each an observation at the very time of the settlement."""
        if not chosen:
            return
        source = agreement_source(by=self.by)
        for one in chosen:
            one.observation = Observation(
                measurement=one.measurement,
                source=source,
                state=State.VALUE,
                value=one.value,
                received_on=timezone.localdate(self.settlement.settled_at),
                note=_minutes_words(self.settlement),
                observed_at=self.settlement.settled_at,
                observed_by=self.by,
            )
        Observation.objects.bulk_create([one.observation for one in chosen])
        for one in chosen:
            self.log(one.observation)

    def figure(self, one):
        return SettledFigure(
            settlement=self.settlement,
            difference=one.difference,
            value=one.value,
            cause=one.cause,
            observation=one.observation,
            before=one.measurement.value,
            said=said_words(self.said[one.measurement.pk]),
        )

    def rest(self, chosen):
        """Let the figures rest on what was agreed; whoever has one of their reports open is told."""
        for one in chosen:
            measurement, before = one.measurement, ledger.snapshot(one.measurement)
            measurement.chosen, measurement.state, measurement.value = one.observation, State.VALUE, one.value
            measurement.note = one.observation.note
            # A numerator of the old value says nothing about the new one.
            measurement.numerator = measurement.denominator = None
            self.log(measurement, before)
        fields = ["chosen", "state", "value", "note", "numerator", "denominator"]
        Measurement.objects.bulk_update([one.measurement for one in chosen], fields, batch_size=500)
        reports = {one.measurement.report_id: one.measurement.report for one in chosen}
        Report.objects.filter(pk__in=reports).update(version=F("version") + 1)
        for report in reports.values():
            before = ledger.snapshot(report)
            report.version += 1
            self.log(report, before)


def agreement_source(*, by):
    """The source of figures that were agreed on, made when the first one is."""
    source, is_new = Source.objects.get_or_create(name=AGREEMENT, defaults={"level": Level.PROVINCE})
    if is_new:
        changes = ledger.changes_between({}, ledger.snapshot(source))
        ledger.write(source, Action.CREATE, by=by, changes=changes)
    return source


def _minutes_words(settlement):
    if settlement.minutes_on is None:
        return _("Disepakati, berita acara nomor %(number)s.") % {"number": settlement.minutes_number}
    params = {"number": settlement.minutes_number, "day": format_date(settlement.minutes_on)}
    return _("Disepakati, berita acara nomor %(number)s tanggal %(day)s.") % params
