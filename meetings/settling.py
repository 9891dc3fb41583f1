"""Figures whose sources differ, at a Rakor: carried to its agenda, settled in its outcome.

What is settled or carried, and by whom it may be, is decided in programs.settling; here it gets its place in
the meeting, in the same transaction. Everything that changes in a Rakor takes that Rakor's next version.
"""

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.actions import add_outcome
from meetings.choices import IssueState, OutcomeKind, RakorState
from meetings.models import AgendaItem, Issue
from programs.choices import DifferenceState
from programs.settling import carry, settle
from programs.small_cells import is_small
from records import ledger
from records.choices import Action, Visibility
from records.refusals import ActionRefused
from records.versions import Overtaken, claim, touch

__all__ = ["COMING", "carry_to_rakor", "settle_at_rakor"]

COMING = (RakorState.DRAFT, RakorState.SCHEDULED, RakorState.POSTPONED)
"""What has not taken place can still take something up."""

SETTLED = (DifferenceState.SETTLED, DifferenceState.IN_SYNC)


@transaction.atomic
def carry_to_rakor(differences, rakor, *, by):
    """Put figures on a coming Rakor's agenda: one issue for all that is carried there. Gives the issue.

    `differences` carry the version at which they were looked at; who saw an older one is told.
    """
    if rakor.state not in COMING:
        message = _("%(title)s sudah %(state)s. Pilih Rakor yang akan datang.")
        words = {"title": rakor.title, "state": rakor.get_state_display().lower()}
        raise ActionRefused("rakor_over", message % words)
    # Takes the Rakor's row first: of two who carry at one moment, the second finds the first one's issue.
    touch(rakor, by=by)
    carry(differences, by=by)
    issue = _issue_of(rakor)
    if issue is None:
        issue = _raise(rakor, differences, by)
    else:
        touch(issue, by=by)
        _concern(issue, differences, by)
        _retitle(issue, by)
    return issue


def _issue_of(rakor):
    """The open issue of a Rakor to which differences were carried before."""
    return rakor.issues.unsettled().filter(differences__isnull=False).order_by("pk").first()


def _raise(rakor, differences, by):
    programs = {one.measurement.report.program for one in differences}
    issue = Issue(
        rakor=rakor,
        series=rakor.series,
        order=_next(rakor.issues),
        title=_title(differences),
        competent_unit=next(iter(programs)).agency if len(programs) == 1 else None,
        visibility=_visibility(rakor, differences),
        is_sample=_is_sample(differences),
    )
    ledger.save(issue, Action.CREATE, by=by, before={})
    _concern(issue, differences, by)
    item = AgendaItem(
        rakor=rakor,
        order=_next(rakor.agenda),
        title=_("Sinkronisasi data"),
        issue=issue,
        visibility=issue.visibility,
        is_sample=issue.is_sample,
    )
    ledger.save(item, Action.CREATE, by=by, before={})
    return issue


def _next(rows):
    return (rows.aggregate(last=Max("order"))["last"] or 0) + 1


def _concern(issue, differences, by):
    """Add what an issue is about, with one ledger line that names both sides."""
    added = {
        "differences": differences,
        "units": {one.measurement.unit for one in differences},
        "programs": {one.measurement.report.program for one in differences},
    }
    before = {name: _listed(issue, name) for name in added}
    for name, others in added.items():
        getattr(issue, name).add(*others)
    changes = {name: [old, new] for name, old in before.items() if (new := _listed(issue, name)) != old}
    if changes:
        ledger.write(issue, Action.CHANGE, by=by, changes=changes)


def _listed(issue, name):
    others = getattr(issue, name).all()
    if name == "differences":
        others = others.select_related("measurement__indicator", "measurement__unit")
    return ", ".join(sorted(map(str, others)))


def _title(differences):
    """ "Data PKH Tahun 2024 belum sinkron: 3 angka", or without them where there are several."""
    number = len(differences)
    counted = ngettext("%(number)d angka", "%(number)d angka", number) % {"number": number}
    about = {(one.measurement.report.program.short_name, str(one.measurement.period)) for one in differences}
    if len(about) > 1:
        return _("Data antarsumber belum sinkron: %(counted)s") % {"counted": counted}
    ((program, period),) = about
    words = {"program": program, "period": period, "counted": counted}
    return _("Data %(program)s %(period)s belum sinkron: %(counted)s") % words


def _retitle(issue, by):
    """The title with the new number; what somebody wrote instead stays."""
    told = issue.differences.select_related("measurement__period", "measurement__report__program")
    if issue.title.partition(":")[0] in {_title([one]).partition(":")[0] for one in told} | {
        _("Data antarsumber belum sinkron")
    }:
        issue.title = _title(list(told))
        ledger.save(issue, Action.CHANGE, by=by)


def _visibility(rakor, differences, values=()):
    """As open as the Rakor; `terbatas` where it would tell the public what is not for it.

    `values` are what a text names, one for each difference.
    """
    hidden = any(not _is_public(one.measurement) for one in differences)
    covered = any(
        is_small(value) and one.measurement.indicator.suppress_small_cells
        for one, value in zip(differences, values, strict=False)
    )
    if hidden or covered:
        return max(Visibility(rakor.visibility), Visibility.RESTRICTED, key=lambda one: one.strictness)
    return rakor.visibility


def _is_public(measurement):
    kinds = (measurement.indicator, measurement.report.program)
    return all(one.visibility == Visibility.PUBLIC for one in kinds)


def _is_sample(differences):
    return all(
        one.measurement.indicator.is_sample or one.measurement.report.program.is_sample for one in differences
    )


@transaction.atomic
def settle_at_rakor(
    agreed, *, by, reason, minutes_number="", minutes_on=None, outcome=None, rakor=None, text=""
):
    """Settle figures, and say where it was agreed: in an outcome that stands, or in a new one of `rakor`.

    Without both it was agreed outside a Rakor. Issues of which nothing is left to settle are closed. All of
    it or nothing; gives the settlement.
    """
    settlement = settle(agreed, by=by, reason=reason, minutes_number=minutes_number, minutes_on=minutes_on)
    differences = [one.difference for one in agreed]
    if outcome is not None:
        _point(outcome, settlement, by)
    elif rakor is not None:
        if not text.strip():
            raise ActionRefused("text_missing", _("Tulis rumusannya."))
        add_outcome(
            rakor,
            by=by,
            kind=OutcomeKind.SETTLEMENT,
            text=text.strip(),
            settlement=settlement,
            issue=_shared_issue(differences),
            visibility=_visibility(rakor, differences, _agreed_values(settlement, differences)),
            is_sample=_is_sample(differences),
        )
        touch(rakor, by=by)
    _close_issues(differences, by)
    return settlement


def _agreed_values(settlement, differences):
    agreed = dict(settlement.figures.values_list("difference", "value"))
    return [agreed[one.pk] for one in differences]


def _point(outcome, settlement, by):
    """Let an outcome say that this is what it settled; one outcome settles once."""
    before = ledger.snapshot(outcome)
    try:
        if outcome.settlement_id:
            raise Overtaken(str(outcome))
        claim(outcome)
    except Overtaken:
        message = _("Rumusan %(number)d baru saja berubah. Periksa, lalu pilih lagi.")
        raise ActionRefused("outcome_moved_on", message % {"number": outcome.number}) from None
    outcome.settlement = settlement
    ledger.save(outcome, Action.CHANGE, by=by, before=before)
    touch(outcome.rakor, by=by)


def _shared_issue(differences):
    """The one open issue that all of them were carried in; None where there is none or are several."""
    issues = Issue.objects.unsettled().filter(differences__in=differences).distinct()
    return issues.get() if issues.count() == 1 else None


def _close_issues(differences, by):
    """Close the issues of which every figure is settled."""
    left = Issue.objects.filter(differences__in=differences).unsettled().distinct()
    for issue in left.order_by("pk").select_related("rakor"):
        if issue.differences.exclude(state__in=SETTLED).exists():
            continue
        before = ledger.snapshot(issue)
        claim(issue)
        issue.state = IssueState.CLOSED
        ledger.save(issue, Action.CLOSE, by=by, before=before)
        touch(issue.rakor, by=by)
