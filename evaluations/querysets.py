from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from accounts.permissions import READ
from evaluations.choices import ScoreState
from records.choices import Visibility
from regions.access import EVERY_ROW
from regions.scoped import ScopedQuerySet


class JudgedQuerySet(ScopedQuerySet):
    """Judgements of the provinces a person covers, and of the programs that his or her agency runs."""

    region_path, agency_path = "region", "program__agency"

    def judged(self, reach):
        return reach.filter_provinces(self.region_path) | reach.filter_served(self.agency_path)

    def reached(self, reach, user, action):
        return self.judged(reach)


class InstrumentQuerySet(JudgedQuerySet):
    region_path = "owner"

    def reached(self, reach, user, action):
        """Read in the whole province; written by who runs its program; national ones by who covers all."""
        if action not in READ:
            return self.judged(reach)
        return self.judged(reach) | Q(owner__isnull=True) | Q(owner__in=reach.homes)

    def standing_in(self, states):
        """Used ("dipakai") is an instrument with which a round was computed: it never changes again."""
        found = Q(pk__in=[])
        if "belum_dipakai" in states:
            found |= Q(frozen_at__isnull=True)
        if "dipakai" in states:
            found |= Q(frozen_at__isnull=False)
        return found

    def used(self):
        """Frozen: a round was computed with it."""
        return self.filter(frozen_at__isnull=False)

    def public(self):
        """Behind a published ranking of a public program: the way of judging is as public as the result."""
        published = self.model._meta.get_field("releases").related_model.objects.public()
        return self.filter(pk__in=published.exclude(instrument=None).values("instrument"))


class RoundQuerySet(JudgedQuerySet):
    """Still secret: only for those who work on that province's rankings."""

    agency_path = "instrument__program__agency"

    def judged(self, reach):
        """An agency judges its own province only."""
        at_home = EVERY_ROW if reach.everything else Q(region__in=reach.homes)
        return super().judged(reach) & at_home


class ReleaseQuerySet(JudgedQuerySet):
    def reached(self, reach, user, action):
        return self.judged(reach) | Q(program__visibility=Visibility.PUBLIC)

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

    def ranked(self):
        return self.filter(state=ScoreState.RANKED)

    def announced(self):
        return self.exclude(state=ScoreState.UNANNOUNCED)


class AwardQuerySet(JudgedQuerySet):
    region_path, agency_path = "release__region", "release__program__agency"

    def reached(self, reach, user, action):
        is_open = action in READ
        shown = Q(release__program__visibility=Visibility.PUBLIC) if is_open else Q(pk__in=[])
        return self.judged(reach) | shown
