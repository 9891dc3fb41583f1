"""A report line by line: what is asked, what stands, what stood last period, what was aimed at."""

from dataclasses import dataclass, field

from django import forms
from django.db.models import Prefetch
from django.forms import BoundField
from django.utils.translation import gettext as _

from dashboard.work.report_form import LineForm
from programs.choices import Polarity
from programs.models import Indicator, Measurement, Observation, Remark, Target
from programs.progress import progress
from programs.warnings import warnings_of
from rakor.lib.formats import format_number, format_range
from rakor.lib.periods import MONTHS, codes_alike, kind

__all__ = ["Line", "lines_of", "put_oddities", "report_heading"]


@dataclass
class Line:
    """One indicator of a report. `form` where this person types; `errors` said above its field."""

    indicator: Indicator
    measurement: Measurement | None
    hint: str
    definition: str
    previous: str
    previous_period: str
    target: str
    value: str
    note: str
    source: str
    others: tuple
    progress: str = ""
    """How far the figure is on the way to its target; an indication, not the score."""
    form: LineForm | None = None
    proof: forms.Form | None = None
    errors: tuple = ()
    evidence: list = field(default_factory=list)
    oddities: tuple = ()
    """Why the figure that stands asks for a note."""
    remark: Remark | None = None
    """What the verifier said about this line when last judging the report."""
    remark_field: BoundField | None = None
    """Where whoever judges the report now may say something about it."""

    @property
    def anchor(self):
        return f"i{self.indicator.pk}"

    @property
    def name(self):
        return self.indicator.name

    @property
    def asks_why(self):
        """Whether the part for remarks and for figures that do not exist stands open."""
        if self.form is None:
            return False
        no_figure = self.form["keadaan"].value() != "value"
        typed = (self.form["catatan"].value() or "") != self.note
        return bool(no_figure or typed or self.oddities or self.remark)

    @property
    def asks_note(self):
        """Whether its figure looks odd and nobody said a word about it yet."""
        return bool(self.oddities) and not self.note


def lines_of(report):
    """Every indicator asked in the report's period, and others with a figure. Always five queries."""
    about = {"unit": report.unit_id, "indicator__program": report.program_id}
    figures = {one.indicator_id: one for one in _figures(report)}
    earlier = Measurement.objects.filter(
        **about,
        period__ends_on__lt=report.period.starts_on,
        period__code__in=codes_alike(report.period.code),
    )
    before = {one.indicator_id: one for one in earlier.select_related("period").order_by("period__ends_on")}
    targets = {
        one.indicator_id: one for one in Target.objects.current().filter(**about, period=report.period_id)
    }
    asked = Indicator.objects.due_in(MONTHS[kind(report.period.code)], besides=figures)
    return [
        _line(one, figures.get(one.pk), before.get(one.pk), targets.get(one.pk))
        for one in asked.filter(program=report.program_id).order_by("code")
    ]


def put_oddities(report, lines):
    """Say at each line why its figure asks for a note. Three queries."""
    odd = warnings_of([report])
    for line in lines:
        if line.measurement:
            line.oddities = tuple(odd.get(line.measurement.pk, ()))


def _figures(report):
    said = Observation.objects.standing().select_related("source").order_by("pk")
    return report.measurements.select_related("chosen__source", "chosen__observed_by").prefetch_related(
        Prefetch("observations", said)
    )


def _line(indicator, figure, before, target):
    chosen = figure.chosen if figure else None
    ends = (target.low, target.high) if target else (None,)
    share = progress(indicator.polarity, figure.value, *ends) if figure else None
    return Line(
        indicator=indicator,
        measurement=figure,
        progress="" if share is None else _("%(share)s%% dari target") % {"share": format_number(share, 1)},
        hint=_hint(indicator),
        definition=indicator.definition,
        previous=figure_words(before) if before else _("Tidak ada"),
        previous_period=str(before.period) if before else "",
        target=format_range(target.low, target.high) if target and target.low is not None else _("Tidak ada"),
        value=figure_words(figure),
        note=figure.note if figure else "",
        source=str(chosen.source) if chosen else "",
        others=_others(figure, chosen) if figure else (),
    )


def _hint(indicator):
    """ "bulan, makin rendah makin baik": the unit, and the direction where it is not the usual one."""
    words = [indicator.measure_unit]
    if indicator.polarity == Polarity.LOWER:
        words.append(_("makin rendah makin baik"))
    if indicator.scale_min is not None and indicator.scale_max is not None:
        words.append(_("skala %(scale)s") % {"scale": format_range(indicator.scale_min, indicator.scale_max)})
    return ", ".join(filter(None, words))


def figure_words(figure):
    """ "87,31", or why there is no value."""
    if figure is None:
        return _("Belum diisi")
    return str(figure.get_state_display()) if figure.value is None else format_number(figure.value)


def _others(figure, chosen):
    """The latest word of every other source that named another figure."""
    latest = {one.source_id: one for one in figure.observations.all()}
    if chosen:
        latest.pop(chosen.source_id, None)
    apart = (one for one in latest.values() if (one.state, one.value) != (figure.state, figure.value))
    return tuple(f"{one.source}: {figure_words(one)}" for one in apart)


def report_heading(report):
    """ "Laporan penanganan konflik sosial, B12 2022"."""
    name = report.program.name
    # A sentence goes on in small letters, except where the word is an abbreviation.
    name = name if name[:2].isupper() else name[:1].lower() + name[1:]
    return _("Laporan %(program)s, %(period)s") % {"program": name, "period": report.period}
