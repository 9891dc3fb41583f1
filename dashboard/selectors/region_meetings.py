"""A region among others: its follow-ups, the Rakor that concern it and why, the awards it received."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.follow_ups import (
    Summary,
    follow_up_rows,
    in_order_of_attention,
    public_follow_ups,
    summarise,
    with_context,
)
from dashboard.selectors.links import Link
from dashboard.selectors.rakor_results import AwardRow, award_row, official_awards
from dashboard.sentences import joined, period_words, rank_words, sentence_case
from meetings.choices import Attendance
from meetings.filters import touching
from meetings.models import Invitation, Rakor
from regions.choices import UnitKind
from regions.models import Unit

MOST_FOLLOW_UPS = 5
MOST_RAKOR = 8


@dataclass(frozen=True)
class RakorHere:
    """A Rakor, and what this region had to do with it."""

    title: str
    url: str
    date: str
    why: str
    is_sample: bool


@dataclass(frozen=True)
class RegionAward:
    award: AwardRow
    period: str
    rakor: Link | None


@dataclass(frozen=True)
class Work:
    summary: Summary
    rows: tuple


def work_of(unit, today):
    """Follow-ups of a region and its agencies; of a province, of everything in it. Four queries."""
    follow_ups = public_follow_ups(today)
    if unit.kind == UnitKind.PROVINCE:
        follow_ups = follow_ups.filter(responsible__in=Unit.objects.within(unit).values("pk"))
    else:
        follow_ups = follow_ups.of_region(unit)
    rows = with_context(in_order_of_attention(follow_ups))[:MOST_FOLLOW_UPS]
    return Work(summarise(follow_ups), tuple(follow_up_rows(rows, today)))


def awards_of(unit):
    """Awards received, newest first. Five queries, whatever the number."""
    awards = (
        official_awards()
        .select_related("unit", "release__period")
        .filter(unit=unit)
        .order_by("-release__period__ends_on", "rank", "pk")
    )
    return list(awards)


def award_rows(awards):
    return [
        RegionAward(
            award_row(award),
            period_words(award.release.period),
            Link(award.rakor.title, award.rakor.get_absolute_url()) if award.rakor else None,
        )
        for award in awards
    ]


def rakor_of(unit, standings, awards):
    """(the newest Rakor that concern a region with the reason, how many there are). Three queries."""
    announced = defaultdict(list)
    for standing in standings:
        if standing.release.announced_at_id:
            announced[standing.release.announced_at_id].append(standing)
    handed = defaultdict(list)
    for award in awards:
        if award.rakor:
            handed[award.rakor.pk].append(award)
    concerning = Rakor.objects.public().filter(
        touching(Unit.objects.filter(pk=unit.pk)) | Q(pk__in=[*announced, *handed])
    )
    newest = list(concerning.select_related("organiser", "host").order_by("-starts_on", "-pk")[:MOST_RAKOR])
    invited = _invitations(unit, newest)
    rows = [
        RakorHere(
            rakor.title,
            rakor.get_absolute_url(),
            rakor.date_text,
            _why(unit, rakor, announced[rakor.pk], handed[rakor.pk], invited[rakor.pk]) or rakor.summary,
            rakor.is_sample,
        )
        for rakor in newest
    ]
    return rows, concerning.count()


def _invitations(unit, rakor_list):
    """{Rakor: its invitations to the region, its agencies, or all regencies of its province}. One query."""
    mine = Q(unit=unit) | Q(unit__parent=unit) | Q(regencies_of=unit)
    if unit.kind == UnitKind.REGENCY:
        mine |= Q(regencies_of=unit.parent_id)
    found = defaultdict(list)
    invitations = Invitation.objects.filter(mine, rakor__in=[rakor.pk for rakor in rakor_list])
    for invitation in invitations.select_related("unit").order_by("order", "pk"):
        found[invitation.rakor_id].append(invitation)
    return found


def _why(unit, rakor, announced, handed, invited):
    """What ties the region to the Rakor most; "" where its summary says enough."""
    if handed:
        told = {"award": handed[0].title, "rank": rank_words(handed[0].roman_rank)}
        return _("Menerima %(award)s, %(rank)s") % told
    if announced:
        return _announced_words(announced)
    if unit.kind == UnitKind.PROVINCE:
        return ""
    if rakor.host_id == unit.pk:
        return _("Tuan rumah")
    return _invited_words(invited[0]) if invited else ""


def _announced_words(standings):
    """ "Peringkat 1 MCP 2018 dan peringkat 7 MCP 2017 diumumkan"."""
    rankings = []
    for standing in standings:
        told = {"program": standing.program, "period": standing.period_text}
        if standing.rank:
            told["rank"] = rank_words(standing.rank_text)
            rankings.append(_("%(rank)s %(program)s %(period)s") % told)
        else:
            rankings.append(_("%(program)s %(period)s") % told)
    return sentence_case(_("%(rankings)s diumumkan") % {"rankings": joined(rankings)})


def _invited_words(invitation):
    if invitation.group:
        return _("Diundang sebagai %(group)s; kehadiran per daerah tidak tercatat") % {
            "group": invitation.group
        }
    named = {"unit": invitation.unit.name}
    if invitation.attendance == Attendance.PRESENT or invitation.attended:
        if invitation.attended:
            heads = ngettext(
                "%(unit)s hadir, %(heads)d orang", "%(unit)s hadir, %(heads)d orang", invitation.attended
            )
            return heads % {**named, "heads": invitation.attended}
        return _("%(unit)s hadir") % named
    if invitation.attendance == Attendance.REPRESENTED:
        return _("%(unit)s diwakili") % named
    if invitation.attendance == Attendance.ABSENT:
        return _("%(unit)s tidak hadir") % named
    return _("%(unit)s diundang, kehadiran tidak disebut") % named
