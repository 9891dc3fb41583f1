from django.db import models
from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)

from accounts.permissions import CHANGE, READ, VIEW
from meetings.choices import FollowUpState, IssueState, RakorState, ReviewKind, Timing
from meetings.scope import prepared_within, unveiled_or_open, unveiled_within
from records.choices import Visibility
from regions.access import EVERY_ROW, reach_of
from regions.choices import UnitKind
from regions.models import Unit
from regions.scoped import ScopedQuerySet

SHOWN_STATES = [
    RakorState.SCHEDULED,
    RakorState.HELD,
    RakorState.CLOSED,
    RakorState.POSTPONED,
    RakorState.CANCELLED,
]


class SeriesQuerySet(ScopedQuerySet):
    def reached(self, reach, user, action):
        """Kept by who prepares Rakor where it belongs; a regency also finds those of its province."""
        if action != VIEW:
            return reach.filter_served("organiser") | reach.filter_provinces("region")
        if reach.everything:
            return EVERY_ROW
        served = reach.units_served()
        near = Q(pk__in=served) | Q(children__in=served) | Q(children__children__in=served)
        return Q(region__in=Unit.objects.filter(near).values("pk"))


class RakorQuerySet(ScopedQuerySet):
    def public(self):
        """Published and open to everybody; a draft is nobody's business yet."""
        return self.filter(visibility=Visibility.PUBLIC, state__in=SHOWN_STATES)

    def reached(self, reach, user, action):
        """Prepared: Rakor that the units served organise, of a province covered, or named one by one.

        To read, also those of, at, or with the units served, once they are no drafts. `rahasia` is only for
        those whom `unveiled_to` names, whatever they do.
        """
        shown = prepared_within(reach)
        if action == VIEW:
            beside = reach.filter_served("region", "host") | Q(pk__in=self._met_by(reach.units_served()))
            shown |= beside & ~Q(state=RakorState.DRAFT)
        return shown & unveiled_or_open(user)

    def unveiled_to(self, user):
        """Rakor whose secrets this person may read: the organiser's admins, and whoever was named for it."""
        return self.filter(unveiled_within(user))

    def _met_by(self, units):
        """Rakor to which some of these units were invited, or whose program one of them runs."""
        regencies = Unit.objects.filter(Q(pk__in=units) | Q(children__in=units), kind=UnitKind.REGENCY)
        return self.model.objects.filter(
            Q(invitations__unit__in=units)
            | Q(invitations__regencies_of__in=regencies.values("parent"))
            | Q(programs__agency__in=units)
        ).values("pk")

    def with_region(self):
        return self.select_related("region", "organiser", "host", "series")

    def concerning(self, unit):
        """Rakor in, hosted by, organised by, attended by or leaving work to a region or its agencies."""
        belongs = Q()
        for path in (
            "region",
            "host",
            "organiser",
            "invitations__unit",
            "outcomes__follow_ups__responsible",
        ):
            belongs |= Q(**{path: unit}) | Q(**{f"{path}__parent": unit})
        if unit.parent_id:
            belongs |= Q(invitations__regencies_of=unit.parent_id)
        return self.filter(pk__in=self.model.objects.filter(belongs).values("pk"))


class VisibleInRakorQuerySet(ScopedQuerySet):
    """Things with their own visibility inside a Rakor: the stricter of the two counts."""

    state_path = "rakor__state"

    def _rakor(self):
        return self.model._meta.get_field("rakor").related_model.objects

    def reached(self, reach, user, action):
        """What is in a Rakor is read by who reads that Rakor, and written by who prepares it."""
        rakor = self._rakor().all()
        unveiled = ~Q(visibility=Visibility.SECRET) | Q(rakor__in=rakor.unveiled_to(user))
        return unveiled & Q(rakor__in=rakor.within(user, VIEW if action in READ else CHANGE))

    def public(self):
        return self.filter(
            visibility=Visibility.PUBLIC,
            rakor__visibility=Visibility.PUBLIC,
            rakor__state__in=SHOWN_STATES,
        )


class IssueQuerySet(VisibleInRakorQuerySet):
    def unsettled(self):
        return self.exclude(state=IssueState.CLOSED)


class FollowUpQuerySet(ScopedQuerySet):
    state_path = "outcome__rakor__state"

    def public(self):
        """Public itself, of a public outcome, of a public Rakor."""
        return self.filter(
            visibility=Visibility.PUBLIC,
            outcome__visibility=Visibility.PUBLIC,
            outcome__rakor__visibility=Visibility.PUBLIC,
            outcome__rakor__state__in=SHOWN_STATES,
        )

    def _rakor(self):
        outcome = self.model._meta.get_field("outcome").related_model
        return outcome._meta.get_field("rakor").related_model.objects.all()

    def reached(self, reach, user, action):
        """Read: those of the Rakor a person reads, and those the units served have to do."""
        rakor = self._rakor()
        secret = Q(visibility=Visibility.SECRET) | Q(outcome__visibility=Visibility.SECRET)
        secret |= Q(outcome__rakor__visibility=Visibility.SECRET)
        unveiled = ~secret | Q(outcome__rakor__in=rakor.unveiled_to(user))
        if action in READ:
            theirs = self._owed_within(reach)
            return unveiled & (Q(outcome__rakor__in=rakor.within(user, VIEW)) | theirs)
        return unveiled & Q(outcome__rakor__in=rakor.within(user, CHANGE))

    def reviewable_by(self, user, action="add"):
        """Those a person reports on ("add") or judges ("verify"): units served owe them or agreed them."""
        reach = reach_of(user, f"meetings.{action}_review")
        left = self._rakor().filter(prepared_within(reach))
        return self.visible_to(user).filter(self._owed_within(reach) | Q(outcome__rakor__in=left))

    def _owed_within(self, reach):
        units = reach.units_served()
        supported = self.model.objects.filter(supporting__in=units).values("pk")
        owed = Q(responsible__in=units) | Q(pk__in=supported)
        return owed & ~Q(outcome__rakor__state=RakorState.DRAFT)

    def of_region(self, unit):
        """Owned by a region or by one of its agencies."""
        return self.filter(Q(responsible=unit) | Q(responsible__parent=unit))

    def with_state(self, today):
        """Adds `state` (BPK's four), `done_on` and `timing`, all derived from the reviews and the due date.

        Work counts as done on the day it was claimed, once somebody else found it as agreed.
        """
        reviews = self.model._meta.get_field("reviews").related_model.objects.filter(follow_up=OuterRef("pk"))
        verdicts = reviews.exclude(kind=ReviewKind.PROGRESS).order_by("-reviewed_on", "-id")
        claims = reviews.filter(kind=ReviewKind.CLAIMED).order_by("-reviewed_on", "-id")
        return (
            self.annotate(
                last_kind=Subquery(verdicts.values("kind")[:1]),
                was_touched=Exists(reviews),
                done_claimed_on=Subquery(claims.values("reviewed_on")[:1], output_field=DateField()),
                judged_on=Subquery(verdicts.values("reviewed_on")[:1], output_field=DateField()),
            )
            .annotate(state=state_case(), done_on=done_case())
            .annotate(timing=timing_case(today))
        )


def state_case():
    return Case(
        When(last_kind=ReviewKind.ACCEPTED, then=Value(FollowUpState.DONE.value)),
        When(last_kind=ReviewKind.IMPOSSIBLE, then=Value(FollowUpState.IMPOSSIBLE.value)),
        When(was_touched=True, then=Value(FollowUpState.NOT_YET.value)),
        default=Value(FollowUpState.UNTOUCHED.value),
        output_field=models.CharField(),
    )


def done_case():
    return Case(
        When(
            last_kind=ReviewKind.ACCEPTED,
            done_claimed_on__isnull=False,
            then=F("done_claimed_on"),
        ),
        When(last_kind=ReviewKind.ACCEPTED, then=F("judged_on")),
        default=None,
        output_field=DateField(),
    )


def timing_case(today):
    done = Q(state=FollowUpState.DONE)
    return Case(
        When(state=FollowUpState.IMPOSSIBLE, then=Value(Timing.DROPPED.value)),
        When(done & Q(due_on__lt=F("done_on")), then=Value(Timing.DONE_LATE.value)),
        When(done, then=Value(Timing.DONE_IN_TIME.value)),
        When(due_on__lt=today, then=Value(Timing.OVERDUE.value)),
        default=Value(Timing.RUNNING.value),
        output_field=models.CharField(),
    )
