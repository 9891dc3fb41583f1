"""Rakor in a list, and the frame of one Rakor's page: what it was, when and where, and how we know."""

from dataclasses import dataclass

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _

from dashboard.selectors.links import Badge, Link, public_programs, shown, unit_link
from meetings.choices import Mode, RakorState
from meetings.models import FollowUp, Outcome, Rakor
from rakor.lib.dates import NBSP, format_date, format_time

STATE_BADGES = {
    RakorState.SCHEDULED: ("", "clock"),
    RakorState.POSTPONED: ("late", "clock"),
    RakorState.CANCELLED: ("plain", "none"),
}


@dataclass(frozen=True)
class RakorRow:
    title: str
    url: str
    date: str
    place: str
    programs: str
    summary: str
    state: Badge | None
    record_source: str
    is_sample: bool
    contents: str


@dataclass(frozen=True)
class Neighbours:
    """The Rakor before and after this one in its series, of those that are public."""

    before: Link | None = None
    after: Link | None = None


def public_rakor_list():
    return Rakor.objects.public().order_by("-starts_on", "-pk")


def with_context(rakor_list):
    return rakor_list.prefetch_related(public_programs("programs"))


def rakor_rows(rakor_list, reader=None):
    """Rows of a list; two queries count what may be seen inside, for all of them at once."""
    rakor_list = list(rakor_list)
    outcomes = _counts(shown(Outcome.objects.all(), reader), "rakor", rakor_list)
    follow_ups = _counts(shown(FollowUp.objects.all(), reader), "outcome__rakor", rakor_list)
    return [
        RakorRow(
            title=rakor.title,
            url=work_url(rakor) if reader else rakor.get_absolute_url(),
            date=rakor.date_text,
            place=rakor.place or rakor.venue,
            programs=", ".join(program.short_name for program in rakor.programs.all()),
            summary=rakor.summary,
            state=state_badge(rakor),
            record_source=rakor.record_source,
            is_sample=rakor.is_sample,
            contents=_contents(outcomes.get(rakor.pk, 0), follow_ups.get(rakor.pk, 0)),
        )
        for rakor in rakor_list
    ]


def work_url(rakor):
    """Where an official reads a Rakor, with what is not for everybody."""
    return reverse("work:rakor-detail", args=[rakor.pk])


def _counts(rows, path, rakor_list):
    """{Rakor: number of rows}."""
    among = rows.filter(**{f"{path}__in": [rakor.pk for rakor in rakor_list]})
    return dict(among.order_by().values_list(path).annotate(number=Count("pk")))


def _contents(outcomes, follow_ups):
    words = []
    if outcomes:
        words.append(_("%(number)d rumusan hasil") % {"number": outcomes})
    if follow_ups:
        words.append(_("%(number)d tindak lanjut") % {"number": follow_ups})
    return ", ".join(words)


def state_badge(rakor):
    """Only what a reader must know before reading on: not yet held, put off, called off."""
    if rakor.state not in STATE_BADGES:
        return None
    kind, icon = STATE_BADGES[rakor.state]
    return Badge(rakor.get_state_display(), kind, icon)


def public_rakor_page(slug):
    """The Rakor of an address, or Rakor.DoesNotExist where the public may not see it. Two queries."""
    rakor = Rakor.objects.public().with_region().prefetch_related(public_programs("programs"))
    return rakor.get(slug=slug)


def when(rakor):
    """ "Senin, 7 November 2022, pukul 09.00–12.00 WIB"."""
    text = rakor.date_text
    if rakor.starts_time:
        clock = format_time(rakor.starts_time, rakor.time_zone)
        if rakor.ends_time:
            clock = clock.replace(
                f"{rakor.starts_time:%H.%M}", f"{rakor.starts_time:%H.%M}–{rakor.ends_time:%H.%M}"
            )
        text = f"{text}, {clock}"
    return text


def where(rakor):
    """Venue and town, the town only where the venue does not name it; how, where it was not in person."""
    place = rakor.place if rakor.place and rakor.place not in rakor.venue else ""
    parts = [rakor.venue, place]
    if rakor.mode != Mode.IN_PERSON:
        parts.append(rakor.get_mode_display().lower())
    return ", ".join(part for part in parts if part)


def kind_words(rakor):
    """ "Rakor BKD · tahunan · tingkat provinsi": the series where there is one, else the kind."""
    words = [rakor.series.name, rakor.series.get_cadence_display().lower()] if rakor.series else []
    words = words or [rakor.get_kind_display()]
    words.append(_("tingkat %(level)s") % {"level": rakor.get_level_display().lower()})
    return " · ".join(words)


def source_words(rakor):
    """Where the record comes from: name, date, address."""
    name = rakor.source_name
    day = format_date(rakor.source_on) if rakor.source_on else ""
    if name and day and day.replace(NBSP, " ") not in name:
        name = f"{name}, {day}"
    return Link(name, rakor.source_url)


def neighbours(rakor):
    """Two queries for a Rakor of a series, none for one that stands alone."""
    if not rakor.series_id:
        return Neighbours()
    others = Rakor.objects.public().filter(series=rakor.series_id).exclude(pk=rakor.pk)
    before = others.filter(starts_on__lte=rakor.starts_on).order_by("-starts_on", "-pk").first()
    after = others.filter(starts_on__gt=rakor.starts_on).order_by("starts_on", "pk").first()
    return Neighbours(_dated(before), _dated(after))


def _dated(rakor):
    if rakor is None:
        return None
    day = format_date(rakor.starts_on, rakor.date_precision)
    return Link(_("%(title)s, %(date)s") % {"title": rakor.title, "date": day}, rakor.get_absolute_url())


def next_host(rakor, around):
    """Who hosts next, as long as no later Rakor of the series answers it; "" where hosts do not rotate."""
    series = rakor.series
    if series is None or around.after:
        return ""
    return series.next_host_note or (_("Belum ditetapkan") if series.rotates_host else "")


def hosts(rakor):
    """The units behind the Rakor: (word, link) pairs, the host only where it is not the organiser."""
    named = [(_("Penyelenggara"), unit_link(rakor.organiser))]
    if rakor.host and rakor.host != rakor.organiser:
        named.append((_("Tuan rumah"), unit_link(rakor.host)))
    return named
