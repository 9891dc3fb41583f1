"""What was on the agenda of a Rakor, said in numbers, and signed; each only as far as it may be read."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.selectors.links import Link, shown, unit_link
from dashboard.selectors.rakor_agreed import issue_link
from dashboard.selectors.rakor_people import in_words
from meetings.choices import Nature, Qualifier
from rakor.lib.dates import format_date, format_date_range
from rakor.lib.formats import format_number, rupiah


@dataclass(frozen=True)
class FigureRow:
    label: str
    value: str
    period: str
    previous: str
    by: str
    as_printed: str
    is_planned: bool
    is_sample: bool


@dataclass(frozen=True)
class Figures:
    """The rows, and which of the rarer columns anything stands in."""

    rows: tuple[FigureRow, ...]

    @property
    def has_previous(self):
        return any(row.previous for row in self.rows)

    @property
    def has_printed(self):
        return any(row.as_printed for row in self.rows)


@dataclass(frozen=True)
class AgreementRow:
    title: str
    number: str
    dates: str
    sides: tuple[tuple[str, tuple[Link, ...]], ...]
    note: str
    is_sample: bool


@dataclass(frozen=True)
class AgendaRow:
    time: str
    title: str
    speaker: str
    issue: Link | None
    note: str
    is_sample: bool


def figures_of(rakor, reader=None):
    """Numbers that were only said, as said. One query."""
    figures = shown(rakor.figures.all(), reader).select_related("by_role__principal")
    return Figures(tuple(_figure(figure) for figure in figures))


def _figure(figure):
    previous = "" if figure.previous_value is None else _measured(figure.previous_value, figure.measure_unit)
    if previous and figure.previous_period:
        previous = f"{previous} ({figure.previous_period})"
    return FigureRow(
        label=figure.label,
        value=_qualified(figure),
        period=figure.period,
        previous=previous,
        by=in_words(figure.by_role) if figure.by_role else "",
        as_printed=figure.as_printed,
        is_planned=figure.nature == Nature.PLANNED,
        is_sample=figure.is_sample,
    )


def _qualified(figure):
    value = _measured(figure.value, figure.measure_unit)
    if figure.qualifier == Qualifier.ABOUT:
        return _("sekitar %(value)s") % {"value": value}
    if figure.qualifier == Qualifier.MORE_THAN:
        return _("lebih dari %(value)s") % {"value": value}
    return value


def _measured(value, measure_unit):
    """ "25 SKK", "85,5%", "Rp500.000 per bulan": rupiah stand before their figure, the rest after."""
    first, _space, rest = measure_unit.partition(" ")
    if first.casefold() in ("rp", "rupiah"):
        return f"{rupiah(value)} {rest}".strip()
    if first.startswith("%"):
        return f"{format_number(value)}{measure_unit}"
    return f"{format_number(value)} {measure_unit}".strip()


def agreements_of(rakor, reader=None):
    """Two queries, whatever the number of parties."""
    return [
        AgreementRow(
            title=agreement.title,
            number=agreement.number,
            dates=_validity(agreement),
            sides=tuple(_sides(agreement)),
            note=agreement.note,
            is_sample=agreement.is_sample,
        )
        for agreement in shown(rakor.agreements.all(), reader).prefetch_related("parties__unit")
    ]


def _sides(agreement):
    parties = agreement.parties.all()
    for side, label in ((1, _("Pihak kesatu")), (2, _("Pihak kedua"))):
        named = tuple(unit_link(party.unit) for party in parties if party.side == side)
        if named:
            yield label, named


def _validity(agreement):
    parts = []
    if agreement.signed_on:
        parts.append(_("ditandatangani %(date)s") % {"date": format_date(agreement.signed_on)})
    if agreement.valid_from and agreement.valid_to:
        span = format_date_range(agreement.valid_from, agreement.valid_to)
        parts.append(_("berlaku %(span)s") % {"span": span})
    elif agreement.valid_to:
        parts.append(_("berlaku sampai %(date)s") % {"date": format_date(agreement.valid_to)})
    elif agreement.valid_from:
        parts.append(_("berlaku sejak %(date)s") % {"date": format_date(agreement.valid_from)})
    return ", ".join(parts)


def agenda_of(rakor, issues, reader=None):
    """One query; an item leads only to an issue that is shown on the page."""
    on_page = {issue.pk: issue for issue in issues}
    return [
        AgendaRow(
            time=f"{item.starts_time:%H.%M}" if item.starts_time else "",
            title=item.title,
            speaker=in_words(item.speaker) if item.speaker else "",
            issue=issue_link(on_page.get(item.issue_id)),
            note=item.note,
            is_sample=item.is_sample,
        )
        for item in shown(rakor.agenda.all(), reader).select_related("speaker__principal")
    ]
