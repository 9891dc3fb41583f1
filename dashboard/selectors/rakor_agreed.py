"""What was agreed at a Rakor, who carries it out, and what troubled it; as far as each may be read."""

from dataclasses import dataclass, replace

from django.db.models import Prefetch, Q

from dashboard.selectors.follow_ups import (
    FollowUpRow,
    follow_up_rows,
    in_order_of_attention,
    outcome_label,
    public_follow_ups,
    with_context,
)
from dashboard.selectors.links import Badge, Link, public_programs, shown, unit_link, unit_title
from dashboard.selectors.rakor_people import in_words
from dashboard.selectors.rakor_settled import OpenRow, Settled, open_in, settled_by
from meetings.choices import IssueState, OutcomeKind
from meetings.models import Issue
from rakor.lib.dates import format_date
from regions.models import Unit

ISSUE_BADGES = {
    IssueState.OPEN: ("", "none"),
    IssueState.HANDLED: ("", "sync"),
    IssueState.PASSED_ON: ("", "arrow"),
    IssueState.CLOSED: ("done", "check"),
}


@dataclass(frozen=True)
class OutcomeRow:
    number: int
    text: str
    kind: str
    by: str
    issue: Link | None
    follow_ups: tuple[Link, ...]
    settled: Settled | None
    is_sample: bool


@dataclass(frozen=True)
class IssueRow:
    anchor: str
    title: str
    cause: str
    competent: Link | None
    concerns: str
    state: Badge
    note: str
    outcomes: tuple[Link, ...]
    raised_at: Link | None
    left: tuple[OpenRow, ...]
    is_sample: bool


@dataclass(frozen=True)
class Agreed:
    """Outcomes, and their follow-ups in order of attention."""

    outcomes: tuple[OutcomeRow, ...]
    follow_ups: tuple[FollowUpRow, ...]


def agreed_at(rakor, issues, today, reader=None):
    """`issues` are the ones shown on the page: an outcome leads only to one that is there."""
    follow_ups = in_order_of_attention(public_follow_ups(today, reader).filter(outcome__rakor=rakor))
    follow_ups = list(with_context(follow_ups))
    work = {}
    for follow_up in follow_ups:
        work.setdefault(follow_up.outcome_id, []).append(follow_up)
    on_page = {issue.pk: issue for issue in issues}
    outcomes = shown(rakor.outcomes.all(), reader).select_related("by_role__principal").order_by("number")
    settled = settled_by({one.settlement_id for one in outcomes if one.settlement_id}, reader)
    return Agreed(
        outcomes=tuple(
            OutcomeRow(
                number=outcome.number,
                text=outcome.text,
                kind=str(OutcomeKind(outcome.kind).label),
                by=in_words(outcome.by_role) if outcome.by_role else "",
                issue=issue_link(on_page.get(outcome.issue_id)),
                follow_ups=tuple(_work_link(one) for one in work.get(outcome.pk, ())),
                settled=settled.get(outcome.settlement_id),
                is_sample=outcome.is_sample,
            )
            for outcome in outcomes
        ),
        follow_ups=tuple(_on_this_page(row, reader) for row in follow_up_rows(follow_ups, today)),
    )


def _on_this_page(row, reader):
    """Where an official reads, what was agreed stands on the same page; the public one may not have it."""
    if reader is None:
        return row
    return replace(row, outcome=Link(row.outcome.label, f"#{row.outcome.url.partition('#')[2]}"))


def _work_link(follow_up):
    return Link(follow_up.reference, f"#{follow_up.reference}")


def discussed_at(rakor, today, reader=None):
    """Follow-ups of earlier Rakor that came up again at this one."""
    again = public_follow_ups(today, reader).filter(reviews__rakor=rakor)
    again = again.exclude(outcome__rakor=rakor).distinct()
    return follow_up_rows(with_context(in_order_of_attention(again)), today)


def issues_of(rakor, reader=None):
    """Raised here, or raised earlier in the series and taken up here by an outcome or on the agenda."""
    outcomes = shown(rakor.outcomes.all(), reader)
    taken_up = Q(outcomes__in=outcomes) | Q(agenda_items__in=shown(rakor.agenda.all(), reader))
    here = shown(Issue.objects.all(), reader).filter(Q(rakor=rakor) | taken_up).values("pk")
    return list(
        Issue.objects.filter(pk__in=here)
        .select_related("competent_unit", "rakor")
        .prefetch_related(
            Prefetch("units", Unit.objects.order_by("code")),
            public_programs("programs"),
            Prefetch("outcomes", outcomes.order_by("number")),
        )
        .order_by("rakor__starts_on", "order", "pk")
    )


def issue_rows(rakor, issues, reader=None):
    left = open_in(issues, reader)
    return [
        IssueRow(
            anchor=f"p{issue.pk}",
            title=issue.title,
            cause=issue.cause,
            competent=unit_link(issue.competent_unit) if issue.competent_unit else None,
            concerns=", ".join(_concerned(rakor, issue)),
            state=Badge(issue.get_state_display(), *ISSUE_BADGES[issue.state]),
            note=issue.note,
            outcomes=tuple(_outcome_link(outcome) for outcome in issue.outcomes.all()),
            raised_at=_raised_at(rakor, issue),
            left=left.get(issue.pk, ()),
            is_sample=issue.is_sample,
        )
        for issue in issues
    ]


def _concerned(rakor, issue):
    """Units, and programs that are not the Rakor's own anyway."""
    yield from (unit_title(unit) for unit in issue.units.all())
    own = {program.pk for program in rakor.programs.all()}
    yield from (program.name for program in issue.programs.all() if program.pk not in own)


def count_open(issues):
    return sum(issue.state != IssueState.CLOSED for issue in issues)


def issue_link(issue):
    return Link(issue.title, f"#p{issue.pk}") if issue else None


def _outcome_link(outcome):
    return Link(outcome_label(outcome), f"#r{outcome.number}")


def _raised_at(rakor, issue):
    if issue.rakor_id == rakor.pk:
        return None
    first = issue.rakor
    return Link(format_date(first.starts_on, first.date_precision), first.get_absolute_url())
