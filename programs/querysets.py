from django.db import models
from django.db.models import Max, OuterRef, Q, Subquery

from programs.choices import ReportState, State
from rakor.lib import periods
from records.choices import Visibility


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
    pass


class IndicatorQuerySet(OwnedQuerySet):
    pass


class PeriodQuerySet(models.QuerySet):
    def named(self, year, code):
        """The period of this year and canonical code, made when it is first needed."""
        starts_on, ends_on = periods.bounds(year, code)
        period, _created = self.get_or_create(
            year=year, code=code, defaults={"starts_on": starts_on, "ends_on": ends_on}
        )
        return period


class TargetQuerySet(models.QuerySet):
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
    def accepted(self):
        return self.filter(state=ReportState.ACCEPTED)

    def waiting(self):
        """Sent and not yet looked at."""
        return self.filter(state=ReportState.SUBMITTED)


class MeasurementQuerySet(models.QuerySet):
    def verified(self):
        """Figures of accepted reports: the only ones a score may use."""
        return self.filter(report__state=ReportState.ACCEPTED)

    def with_value(self):
        return self.filter(state=State.VALUE)


class ObservationQuerySet(models.QuerySet):
    def standing(self):
        """Neither a retraction nor retracted."""
        return self.filter(retracts__isnull=True, retraction__isnull=True)

    def current(self):
        """The latest standing observation of each source on each figure."""
        latest = (
            self.standing()
            .values("measurement", "source")
            .annotate(latest=Max("id"))
            .values("latest")
        )
        return self.filter(pk__in=latest)
