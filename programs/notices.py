"""Who is told of what becomes of reports and figures: one notice an act and person, however many rows.

Told are those whose work it is now, never who did it. The words are Indonesian whatever language the actor
reads, name no person, and stay true when they are read a week later.
"""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.choices import StepKind
from programs.models import Difference
from rakor.lib.dates import format_date
from records.choices import NoticeKind
from records.notices import Message, tell
from regions.models import Unit
from regions.recipients import people_who

__all__ = [
    "report_subject",
    "tell_about",
    "tell_carried",
    "tell_extended",
    "tell_opened",
    "tell_reports",
    "tell_settled",
]

SUBMITS, ACCEPTS = "programs.submit_report", "programs.accept_report"
SETTLES = "programs.settle_difference"


@dataclass(frozen=True)
class Subject:
    """A report or a figure that somebody is told of."""

    unit: Unit
    program: object
    title: str
    path: str


in_indonesian = translation.override(settings.LANGUAGE_CODE)
"""Around whatever makes sentences that stay."""


@in_indonesian
def tell_reports(reports, step, *, by):
    """Tell of reports that took this step together, at the versions that it gave them."""
    kind, permission, state = TOLD[step]
    whole = f"{reverse('work:report-list')}?keadaan={state}"
    subjects = [report_subject(report) for report in reports]
    key = _key(step, reports)
    tell_about(subjects, WORDS[kind], (permission,), whole, kind=kind, by=by, key=key)


@in_indonesian
def tell_extended(extension, *, by):
    """Tell a unit's people of the new day."""
    owed = extension.deadline
    program = owed.schedule.program
    path = reverse("work:report-list")
    day = format_date(extension.due_on)
    what = report_title(program, owed.period, extension.unit)
    words = _("Tenggat laporan %(what)s diperpanjang sampai %(day)s.") % {"what": what, "day": day}
    people = people_who(SUBMITS, [(extension.unit, program)])[extension.unit.pk, program.pk] - {by.pk}
    messages = dict.fromkeys(people, Message(words, path))
    tell(messages, kind=NoticeKind.EXTENDED, key=f"extension:{extension.pk}")


def tell_opened(differences, *, by):
    """Tell that sources of figures differ since just now."""
    _tell_differences(differences, NoticeKind.DIFFERENCE, by, _key("opened", differences))


def tell_carried(differences, *, by):
    _tell_differences(differences, NoticeKind.CARRIED, by, _key("carried", differences))


def tell_settled(differences, settlement, *, by):
    _tell_differences(differences, NoticeKind.SETTLED, by, f"settlement:{settlement.pk}")


def _key(verb, moved):
    """One act moves a row to one version: the first of those it moved tells it from every other act."""
    first = min(moved, key=lambda one: one.pk, default=None)
    return f"{verb}:{first.pk}:{first.version}" if first else verb


@in_indonesian
def _tell_differences(differences, kind, by, key):
    keys = [one.pk for one in differences]
    named = ("measurement__indicator__program", "measurement__unit", "measurement__period")
    rows = Difference.objects.filter(pk__in=keys).select_related(*named).order_by("pk") if keys else ()
    subjects = [_figure_subject(one) for one in rows]
    whole = reverse("work:difference-list")
    tell_about(subjects, WORDS[kind], (SETTLES, SUBMITS), whole, kind=kind, by=by, key=key)


def tell_about(subjects, words, permissions, whole, *, kind, by, key):
    """Tell each person who holds one of the permissions over some of these subjects, once, of them all.

    Of one subject the sentence names it and leads to it; of several it says how many, names the first and
    leads to the `whole` list.
    """
    messages = {
        person: words.message(theirs, whole)
        for person, theirs in _by_person(subjects, permissions).items()
        if by is None or person != by.pk
    }
    if messages:
        tell(messages, kind=kind, key=key)


def _by_person(subjects, permissions):
    """{person: the subjects that are that person's work}, in their order."""
    places = {(one.unit.pk, one.program.pk): (one.unit, one.program) for one in subjects}
    found = defaultdict(dict)
    for permission in permissions if places else ():
        people = people_who(permission, places.values())
        for number, one in enumerate(subjects):
            for person in people[one.unit.pk, one.program.pk]:
                found[person][number] = one
    return {person: [theirs[number] for number in sorted(theirs)] for person, theirs in found.items()}


def report_title(program, period, unit):
    """ "PKS B04 2024, Kabupaten Kerinci"."""
    return f"{program.short_name} {period}, {unit}"


def report_subject(report):
    title = report_title(report.program, report.period, report.unit)
    return Subject(report.unit, report.program, title, reverse("work:report-detail", args=[report.pk]))


def _figure_subject(difference):
    figure = difference.measurement
    title = f"{figure.indicator} {figure.period}, {figure.unit}"
    path = reverse("work:figure-detail", args=[figure.pk])
    return Subject(figure.unit, figure.indicator.program, title, path)


@dataclass(frozen=True)
class Words:
    """The sentence about one subject, the one about several, and what else stands in them."""

    one: str
    many: str
    more: dict = field(default_factory=dict)

    def message(self, subjects, whole):
        first, number = subjects[0], len(subjects)
        words, path = (self.one, first.path) if number == 1 else (self.many, whole)
        return Message(str(words) % {"what": first.title, "number": number, **self.more}, path)


WORDS = {
    NoticeKind.SENT: Words(
        gettext_lazy("Laporan %(what)s menunggu pemeriksaan."),
        gettext_lazy("%(number)d laporan menunggu pemeriksaan, antara lain %(what)s."),
    ),
    NoticeKind.RETURNED: Words(
        gettext_lazy("Laporan %(what)s dikembalikan untuk diperbaiki."),
        gettext_lazy("%(number)d laporan dikembalikan untuk diperbaiki, antara lain %(what)s."),
    ),
    NoticeKind.ACCEPTED: Words(
        gettext_lazy("Laporan %(what)s diterima."),
        gettext_lazy("%(number)d laporan diterima, antara lain %(what)s."),
    ),
    NoticeKind.REOPENED: Words(
        gettext_lazy("Laporan %(what)s dibuka kembali; angkanya tidak dihitung sampai diterima lagi."),
        gettext_lazy("%(number)d laporan dibuka kembali, antara lain %(what)s."),
    ),
    NoticeKind.DIFFERENCE: Words(
        gettext_lazy("Angka %(what)s belum sinkron: sumber-sumbernya berbeda."),
        gettext_lazy("%(number)d angka belum sinkron, antara lain %(what)s."),
    ),
    NoticeKind.CARRIED: Words(
        gettext_lazy("Selisih angka %(what)s dibawa ke Rakor."),
        gettext_lazy("Selisih %(number)d angka dibawa ke Rakor, antara lain %(what)s."),
    ),
    NoticeKind.SETTLED: Words(
        gettext_lazy("Selisih angka %(what)s diselesaikan."),
        gettext_lazy("Selisih %(number)d angka diselesaikan, antara lain %(what)s."),
    ),
}

TOLD = {
    StepKind.SUBMITTED: (NoticeKind.SENT, ACCEPTS, "dikirim"),
    StepKind.RETURNED: (NoticeKind.RETURNED, SUBMITS, "dikembalikan"),
    StepKind.ACCEPTED: (NoticeKind.ACCEPTED, SUBMITS, "diterima"),
    StepKind.REOPENED: (NoticeKind.REOPENED, SUBMITS, "draf"),
}
"""Of each step: what it is told as, to whom, and the state its reports then have."""
