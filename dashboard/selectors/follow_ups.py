"""Follow-ups as a visitor reads them: what, by whom, until when, how it stands, and where it was agreed."""

from dataclasses import dataclass

from django.db.models import BooleanField, Case, Count, F, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.pictures.share import ShareBar, share_bar
from dashboard.selectors.links import Badge, Link, public_indicator, shown, unit_link, unit_title
from dashboard.sentences import format_figure
from meetings.choices import FollowUpState, Priority, Timing
from meetings.models import FollowUp
from rakor.lib.dates import NBSP, format_date

ATTENTION = [Timing.OVERDUE, Timing.RUNNING, Timing.DONE_LATE, Timing.DONE_IN_TIME, Timing.DROPPED]
"""What a reader looks for first."""

TONES = dict(zip(Timing, ("s1", "s2", "s3", "s4", "s5"), strict=True))
"""How each state fills its stretch of the share bar."""


@dataclass(frozen=True)
class FollowUpRow:
    reference: str
    what: str
    badge: Badge
    note: str
    due: str
    is_dated: bool
    responsible: Link
    supporting: str
    outcome: Link
    rakor: Link
    rakor_date: str
    indicator: Link | None
    is_high: bool
    is_sample: bool


@dataclass(frozen=True)
class Summary:
    total: int
    done_in_time: int
    overdue: int
    invented: int
    bar: ShareBar

    @property
    def is_all_invented(self):
        return bool(self.total) and self.invented == self.total


def public_follow_ups(today, reader=None):
    """Every follow-up that the public may see, with its state as of today; invented ones are marked.

    With a `reader` those that he or she may see.
    """
    invented = Q(is_sample=True) | Q(outcome__is_sample=True) | Q(outcome__rakor__is_sample=True)
    return (
        shown(FollowUp.objects.all(), reader)
        .with_state(today)
        .annotate(is_invented=Case(When(invented, then=True), default=False, output_field=BooleanField()))
    )


def in_order_of_attention(follow_ups):
    """Overdue first, then what runs out soonest; what is done comes last, the latest before the earlier."""
    places = [When(timing=timing, then=Value(place)) for place, timing in enumerate(ATTENTION)]
    return follow_ups.alias(attention=Case(*places, default=len(places))).order_by(
        "attention", F("due_on").asc(nulls_last=True), "pk"
    )


def with_context(follow_ups):
    """What a row names; the number of queries does not depend on the number of rows."""
    return follow_ups.select_related("responsible", "outcome__rakor").prefetch_related(
        "supporting", public_indicator("indicator")
    )


def follow_up_rows(follow_ups, today):
    return [_row(follow_up, today) for follow_up in follow_ups]


def summarise(follow_ups):
    """How many stand how. One query."""
    rows = follow_ups.order_by().values("timing", "is_invented").annotate(number=Count("pk"))
    numbers, invented = dict.fromkeys(Timing.values, 0), 0
    for row in rows:
        numbers[row["timing"]] += row["number"]
        invented += row["number"] if row["is_invented"] else 0
    counts = [(TONES[timing], timing.label, numbers[timing]) for timing in Timing]
    if not numbers[Timing.DROPPED]:
        counts.pop()
    bar = share_bar(counts)
    return Summary(bar.total, numbers[Timing.DONE_IN_TIME], numbers[Timing.OVERDUE], invented, bar)


def _row(follow_up, today):
    outcome, rakor = follow_up.outcome, follow_up.outcome.rakor
    return FollowUpRow(
        reference=follow_up.reference,
        what=follow_up.what,
        badge=standing(follow_up, today),
        note=_note(follow_up),
        due=format_date(follow_up.due_on)
        if follow_up.due_on
        else follow_up.due_note or _("Belum ditetapkan"),
        is_dated=follow_up.due_on is not None,
        responsible=unit_link(follow_up.responsible),
        supporting=", ".join(unit_title(unit) for unit in follow_up.supporting.all()),
        outcome=Link(outcome_label(outcome), outcome.get_absolute_url()),
        rakor=Link(rakor.title, rakor.get_absolute_url()),
        rakor_date=format_date(rakor.starts_on, rakor.date_precision),
        indicator=_indicator(follow_up.indicator),
        is_high=follow_up.priority == Priority.HIGH,
        is_sample=follow_up.is_invented,
    )


def outcome_label(outcome):
    """ "Rumusan 3", never parted."""
    return (_("Rumusan %(number)d") % {"number": outcome.number}).replace(" ", NBSP)


def _indicator(indicator):
    return Link(indicator.name, indicator.get_absolute_url()) if indicator else None


def standing(follow_up, today):
    """The badge: the state against the due date, in words, with the days where it is late."""
    due, done = follow_up.due_on, follow_up.done_on
    if follow_up.timing == Timing.OVERDUE:
        days = (today - due).days
        late = ngettext("Melewati batas waktu %(days)s hari", "Melewati batas waktu %(days)s hari", days)
        return Badge(late % {"days": format_figure(days)}, "late", "late")
    if follow_up.timing == Timing.DONE_LATE:
        days = (done - due).days
        late = ngettext("Selesai terlambat %(days)s hari", "Selesai terlambat %(days)s hari", days)
        return Badge(late % {"days": format_figure(days)}, "", "check")
    if follow_up.timing == Timing.DONE_IN_TIME:
        return Badge(_("Selesai tepat waktu") if due else _("Selesai"), "done", "check")
    if follow_up.timing == Timing.DROPPED:
        return Badge(_("Tidak dapat ditindaklanjuti"), "plain", "none")
    return Badge(_("Dalam batas waktu") if due else _("Belum ada batas waktu"), "", "clock")


def _note(follow_up):
    """BPK's state beside the badge, where the badge does not say it already."""
    if follow_up.state == FollowUpState.DONE:
        return _("Dinyatakan sesuai %(date)s") % {"date": format_date(follow_up.judged_on)}
    if follow_up.state == FollowUpState.IMPOSSIBLE:
        return _("Dinyatakan %(date)s dengan alasan yang sah") % {"date": format_date(follow_up.judged_on)}
    return str(FollowUpState(follow_up.state).label)
