from django.db import models
from django.db.models import Count, Max, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from programs.choices import ReportState, State
from rakor.lib import periods
from records.choices import BatchState, Visibility
from regions.access import reach_of


def number_of(rows, by):
    """How many `rows`, already tied to the outer query by `by`: a subquery, so that no join counts twice."""
    counted = rows.order_by().values(by).annotate(number=Count("pk")).values("number")
    return Coalesce(Subquery(counted), 0)


class PublicQuerySet(models.QuerySet):
    def public(self):
        """What the public may see."""
        return self.filter(visibility=Visibility.PUBLIC)


class OwnedQuerySet(PublicQuerySet):
    def known_in(self, province):
        """A province's own and the national ones; its own come first, so that a code is found there first."""
        return self.filter(Q(owner=province) | Q(owner__isnull=True)).order_by(
            models.F("owner").asc(nulls_last=True), "code"
        )


class ProgramQuerySet(OwnedQuerySet):
    def editable_by(self, user):
        """A province keeps its own programs, an agency those it runs; national ones who reaches all."""
        return self.filter(reach_of(user, "programs.change_program").filter_served("owner", "agency"))


class IndicatorQuerySet(OwnedQuerySet):
    def editable_by(self, user):
        """As its program; the agency that produces the figures keeps the metadata too."""
        reach = reach_of(user, "programs.change_indicator")
        return self.filter(reach.filter_served("owner", "program__agency", "producer"))


class PeriodQuerySet(models.QuerySet):
    def named(self, year, code):
        """The period of this year and canonical code, made when it is first needed."""
        return self.named_or_made(year, code)[0]

    def named_or_made(self, year, code):
        """(period, whether it was made just now)."""
        starts_on, ends_on = periods.bounds(year, code)
        return self.get_or_create(year=year, code=code, defaults={"starts_on": starts_on, "ends_on": ends_on})


class TargetQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(reach_of(user, "programs.view_target").filter("unit"))

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


class ReportQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(reach_of(user, "programs.view_report").filter("unit"))

    def open_to(self, user, action):
        """Reports of the units where the permission table lets this person `action` ("accept")."""
        return self.filter(reach_of(user, f"programs.{action}_report").filter("unit"))

    def with_progress(self):
        """Adds `asked`, the program's indicators, and `filled`, those with a figure or why there is none."""
        figures = self.model._meta.get_field("measurements").related_model.objects
        said = figures.exclude(state__in=(State.NOT_REPORTED, State.NOT_DUE)).filter(report=OuterRef("pk"))
        program = self.model._meta.get_field("program").related_model
        indicators = program._meta.get_field("indicators").related_model.objects
        asked = indicators.filter(program=OuterRef("program"))
        return self.annotate(filled=number_of(said, "report"), asked=number_of(asked, "program"))

    def accepted(self):
        return self.filter(state=ReportState.ACCEPTED)

    def waiting(self):
        """Sent and not yet looked at."""
        return self.filter(state=ReportState.SUBMITTED)


class MeasurementQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(reach_of(user, "programs.view_measurement").filter("unit"))

    def verified(self):
        """Figures of accepted reports: the only ones a score may use."""
        return self.filter(report__state=ReportState.ACCEPTED)

    def with_value(self):
        return self.filter(state=State.VALUE)


class ObservationQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(reach_of(user, "programs.view_observation").filter("measurement__unit"))

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
