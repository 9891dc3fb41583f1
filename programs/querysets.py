from django.db import models
from django.db.models import Case, Count, Max, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from accounts.permissions import VIEW
from programs.choices import UNSETTLED, DifferenceState, ReportState, State
from rakor.lib import periods
from records.choices import BatchState, Visibility
from regions.access import EVERY_ROW
from regions.scoped import ScopedQuerySet


def number_of(rows, by):
    """How many `rows`, already tied to the outer query by `by`: a subquery, so that no join counts twice."""
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


def months_between_figures(frequency):
    """How many months lie between two figures of an indicator; 0 where its frequency says nothing of that."""
    return Case(
        *(When(**{frequency: kind}, then=Value(months)) for kind, months in periods.MONTHS.items()),
        default=Value(0),
    )


def months_covered(code):
    """How many months the period covers whose code is found at `code`."""
    lengths = {}
    for one in periods.CODES:
        lengths.setdefault(periods.MONTHS[periods.kind(one)], []).append(one)
    return Case(
        *(When(**{f"{code}__in": codes}, then=Value(months)) for months, codes in lengths.items()),
        default=Value(12),
    )


NATIONAL = "nasional"
"""Stands in an address where a province's code would, for what no province owns."""


class OwnedQuerySet(ScopedQuerySet):
    def addressed(self, owner, code):
        """What stands at an address: `owner` is a province's code, or NATIONAL."""
        held = self.filter(owner__isnull=True) if owner == NATIONAL else self.filter(owner__code=owner)
        return held.filter(code=code)

    def public(self):
        """What the public may see."""
        return self.filter(visibility=Visibility.PUBLIC)

    def reached(self, reach, user, action):
        """Everybody with an account reads what is public, national, or of a province he or she works in."""
        if action != VIEW:
            return self.kept_within(reach)
        near = Q(owner__isnull=True) | Q(owner__in=reach.homes)
        return Q(visibility=Visibility.PUBLIC) | near | self.kept_within(reach)

    def known_in(self, province):
        """A province's own and the national ones; its own come first, so that a code is found there first."""
        return self.filter(Q(owner=province) | Q(owner__isnull=True)).order_by(
            models.F("owner").asc(nulls_last=True), "code"
        )


class ProgramQuerySet(OwnedQuerySet):
    def kept_within(self, reach):
        """A province keeps its own programs, an agency those it runs; national ones who reaches all."""
        return reach.filter_served("owner", "agency")


class IndicatorQuerySet(OwnedQuerySet):
    def public(self):
        """An indicator is as public as its program at most."""
        return super().public().filter(program__visibility=Visibility.PUBLIC)

    def kept_within(self, reach):
        """As its program; the agency that produces the figures keeps the metadata too."""
        return reach.filter_served("owner", "program__agency", "producer")

    def due_in(self, months, besides=()):
        """Those asked in a period of so many months: none that is counted more rarely, but some `besides`."""
        own = self.annotate(own_months=months_between_figures("frequency"))
        return own.filter(Q(own_months__lte=months) | Q(pk__in=besides))


class SourceQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """Sources are shared words: everybody with an account reads them, an agency's belong to it."""
        if action == VIEW or reach.everything:
            return EVERY_ROW
        return Q(agency__isnull=True) | reach.filter_served("agency")


class ScheduleQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """Everybody with an account reads the national calendars and those of one's own province."""
        kept = reach.filter_served("owner", "program__agency")
        return kept if action != VIEW else kept | Q(owner__isnull=True) | Q(owner__in=reach.homes)


class DeadlineQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """As the calendar it stands in."""
        kept = reach.filter_served("schedule__owner", "schedule__program__agency")
        near = Q(schedule__owner__isnull=True) | Q(schedule__owner__in=reach.homes)
        return kept if action != VIEW else kept | near


class ExtensionQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("unit", "deadline__schedule__program__agency")

    def current(self):
        """The latest of each deadline and unit: it alone holds."""
        latest = self.values("deadline", "unit").annotate(latest=Max("id")).values("latest")
        return self.filter(pk__in=latest)


class IndicatorPairQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """As the program it belongs to."""
        kept = reach.filter_served("program__owner", "program__agency")
        if action != VIEW:
            return kept
        near = Q(program__owner__isnull=True) | Q(program__owner__in=reach.homes)
        return Q(program__visibility=Visibility.PUBLIC) | near | kept


class PeriodQuerySet(models.QuerySet):
    def named(self, year, code):
        """The period of this year and canonical code, made when it is first needed."""
        return self.named_or_made(year, code)[0]

    def named_or_made(self, year, code):
        """(period, whether it was made just now)."""
        starts_on, ends_on = periods.bounds(year, code)
        return self.get_or_create(year=year, code=code, defaults={"starts_on": starts_on, "ends_on": ends_on})


class TargetQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("unit", "indicator__program__agency")

    def current(self):
        """The latest target of each unit, indicator and period; earlier ones are history."""
        latest = (
            self.model.objects.filter(
                period=OuterRef("period"),
                indicator=OuterRef("indicator"),
                unit=OuterRef("unit"),
            )
            .order_by("-id")
            .values("id")[:1]
        )
        return self.filter(pk=Subquery(latest))


class ReportQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("unit", "program__agency")

    def with_progress(self):
        """Adds `asked`, the indicators due in the report's period, and `filled`, those of them with a figure
        or a reason for none. What is counted once a year is not asked each semester.
        """
        figures = self.model._meta.get_field("measurements").related_model.objects
        said = (
            figures.exclude(state__in=(State.NOT_REPORTED, State.NOT_DUE))
            .annotate(own_months=months_between_figures("indicator__frequency"))
            .filter(report=OuterRef("pk"), own_months__lte=OuterRef("period_months"))
        )
        program = self.model._meta.get_field("program").related_model
        indicators = program._meta.get_field("indicators").related_model.objects
        asked = indicators.due_in(OuterRef("period_months")).filter(program=OuterRef("program"))
        reports = self.annotate(period_months=months_covered("period__code"))
        return reports.annotate(filled=number_of(said, "report"), asked=number_of(asked, "program"))

    def accepted(self):
        return self.filter(state=ReportState.ACCEPTED)

    def waiting(self):
        """Sent and not yet looked at."""
        return self.filter(state=ReportState.SUBMITTED)


class EvidenceQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """As the report it belongs to."""
        return reach.filter_facts("report__unit", "report__program__agency")


class MeasurementQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("unit", "report__program__agency")

    def verified(self):
        """Figures of accepted reports: the only ones a score may use."""
        return self.filter(report__state=ReportState.ACCEPTED)

    def with_value(self):
        return self.filter(state=State.VALUE)


class ObservationQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("measurement__unit", "measurement__report__program__agency")

    def standing(self):
        """Neither a retraction nor retracted."""
        return self.filter(retracts__isnull=True, retraction__isnull=True)

    def current(self):
        """The latest standing observation of each source on each figure."""
        latest = self.standing().values("measurement", "source").annotate(latest=Max("id")).values("latest")
        return self.filter(pk__in=latest)

    def verified(self):
        """What a second person accepted: the figure of an accepted report, a row of an accepted import."""
        return self.standing().filter(
            Q(chosen_for__report__state=ReportState.ACCEPTED) | Q(batch__state=BatchState.ACCEPTED)
        )


class DifferenceQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        return reach.filter_facts("measurement__unit", "measurement__report__program__agency")

    def unsettled(self):
        """Past the tolerance and not agreed yet, carried to a Rakor or not."""
        return self.filter(state__in=UNSETTLED)

    def compared(self):
        """Without the figures of which one source alone is left: those are in sync with nothing."""
        return self.exclude(state=DifferenceState.IN_SYNC, gap__isnull=True)


class SettlementQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """Whoever reaches one of the figures that it settles."""
        figure = self.model._meta.get_field("figures").related_model.objects.filter(
            reach.filter_facts(
                "difference__measurement__unit", "difference__measurement__report__program__agency"
            ),
            settlement=OuterRef("pk"),
        )
        return EVERY_ROW if reach.everything else Q(models.Exists(figure))
