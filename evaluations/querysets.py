from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from evaluations.choices import RoundState, ScoreState
from records.choices import Visibility
from regions.access import reach_of


def judged_within(user, permission, region, agency):
    """Judgements of the provinces a person covers, and of the programs his or her agency runs."""
    reach = reach_of(user, permission)
    return reach.filter_provinces(region) | reach.filter_served(agency)


class InstrumentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """A province's own and the national ones."""
        return self.filter(reach_of(user).filter("owner") | Q(owner__isnull=True))

    def editable_by(self, user):
        """Unused ones of one's own province; the national ones are for whoever covers all."""
        own = judged_within(user, "evaluations.change_instrument", "owner", "program__agency")
        return self.filter(own, frozen_at__isnull=True)

    def used(self):
        """Frozen: a round was computed with it."""
        return self.filter(frozen_at__isnull=False)

    def public(self):
        """Behind a published ranking of a public program: the way of judging is as public as the result."""
        published = self.model._meta.get_field("releases").related_model.objects.public()
        return self.filter(pk__in=published.exclude(instrument=None).values("instrument"))


class RoundQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Still secret: only for those who work on that province's rankings."""
        return self.filter(
            judged_within(user, "evaluations.view_round", "region", "instrument__program__agency")
        )

    def editable_by(self, user):
        return self.filter(
            judged_within(user, "evaluations.change_round", "region", "instrument__program__agency"),
            state__in=[RoundState.DRAFT, RoundState.COMPUTED, RoundState.REVIEW],
        )


class ReleaseQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            Q(program__visibility=Visibility.PUBLIC)
            | judged_within(user, "evaluations.view_release", "region", "program__agency")
        )

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


class AwardQuerySet(models.QuerySet):
    def visible_to(self, user):
        return self.filter(
            Q(release__program__visibility=Visibility.PUBLIC)
            | judged_within(user, "evaluations.view_award", "release__region", "release__program__agency")
        )

    def editable_by(self, user):
        return self.filter(
            judged_within(user, "evaluations.change_award", "release__region", "release__program__agency")
        )
