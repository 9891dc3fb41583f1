"""The whole demo, told in one transaction, into a database that holds nothing else."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from accounts.models import User
from dashboard.demo import (
    action_plans,
    agreeing,
    asn,
    bkd,
    desk,
    dinsos,
    mcp,
    pkh,
    pkh_sources,
    pks,
    ppks,
    ppks_now,
    simulation,
    staff_scores,
)
from dashboard.demo.agencies import make_agencies
from dashboard.demo.catalogue import make_catalogue
from dashboard.demo.people import USERNAMES, make_people
from dashboard.demo.stage import Stage
from meetings.actions import close_rakor
from meetings.models import Rakor
from programs.models import Program
from records.models import Notice
from regions.models import Unit

STORIES = (mcp, pks, bkd, asn, dinsos, pkh, simulation)
DEPTH = (ppks, ppks_now, pkh_sources, action_plans, staff_scores)
"""Figures behind the stories, all of them invented."""


class NotADemoDatabase(Exception):
    """The database holds something that the demo did not bring."""


class NoRegions(Exception):
    """The regions have to be loaded before the demo."""


def is_loaded():
    """Whether this is the demo's own database, with the demo in it."""
    return set(User.objects.values_list("username", flat=True)) >= set(USERNAMES) and Rakor.objects.exists()


def refuse_foreign_database():
    """Demo data never stand beside an office's own."""
    foreign = (User, Program, Rakor, Unit.objects.agencies())
    if any(getattr(kind, "objects", kind).exists() for kind in foreign):
        raise NotADemoDatabase
    if not Unit.objects.regencies().exists():
        raise NoRegions


@transaction.atomic
def load():
    """Tell every story. Refuses a database that holds anything but the regions."""
    refuse_foreign_database()
    units = make_agencies()
    people = make_people()
    programs, indicators = make_catalogue(units)
    stage = Stage(people, units, programs, indicators)
    for story in (*STORIES, *DEPTH):
        story.tell(stage)
    for rakor in Rakor.objects.all():
        close_rakor(rakor, by=people["notulis"])
    agreeing.tell(stage)
    desk.tell(stage)
    read_what_is_old()


def read_what_is_old():
    """Nobody's inbox begins with what was told years ago."""
    old = Notice.objects.filter(told_at__lt=timezone.now() - timedelta(days=14))
    old.update(read_at=F("told_at"))
