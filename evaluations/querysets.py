from django.db import models
from django.db.models import F, OuterRef, Subquery

from evaluations.choices import ScoreState
from records.choices import Visibility


class InstrumentQuerySet(models.QuerySet):
    def used(self):
        """Frozen: a round was computed with it."""
        return self.filter(frozen_at__isnull=False)


class ReleaseQuerySet(models.QuerySet):
    def public(self):
        """A release is public by nature, unless its program is not."""
        return self.filter(program__visibility=Visibility.PUBLIC)

    def in_force(self):
        """The latest release of each ranking; a corrected one stays readable but no longer counts."""
        latest = self.model.objects.filter(ranking=OuterRef("ranking")).order_by("-number").values("pk")[:1]
        return self.filter(pk=Subquery(latest))

    def with_context(self):
        return self.select_related("program", "period", "region", "announced_at", "instrument")

    def comparable_before(self, release):
        """Earlier rankings of the same program, province and scope, newest first.

        A change of rank is said only against the same instrument's lines; the caller checks that.
        """
        return (
            self.in_force()
            .filter(
                program=release.program,
                region=release.region,
                category=release.category,
                kind=release.kind,
            )
            .filter(period__ends_on__lt=release.period.starts_on)
            .order_by("-period__ends_on")
        )


class ScoreQuerySet(models.QuerySet):
    def published(self):
        return self.filter(release__isnull=False, release__program__visibility=Visibility.PUBLIC)

    def in_order(self):
        """Ranked ones by rank, then the others by code."""
        return self.select_related("unit").order_by(F("rank").asc(nulls_last=True), "unit__code")

    def announced(self):
        return self.exclude(state=ScoreState.UNANNOUNCED)
