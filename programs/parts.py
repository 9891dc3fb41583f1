"""Rincian: the rows that a figure is made of, given by whoever reports it while the report is open.

They hang on the observation that the figure rests on, so correcting them is a new observation of the same
value; a new value has none until somebody gives them.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from programs.actions import count_up, observe
from programs.checks import refuse_writing
from programs.choices import State
from programs.differences import recompare
from programs.entering import own_source, refuse_closed
from programs.models import Measurement, Part
from programs.standing import lock_programs
from rakor.lib.formats import format_number
from rakor.lib.refusals import Refused
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, refuse_personal

__all__ = ["set_parts"]


@transaction.atomic
def set_parts(measurement, kind, rows, *, by, seen=None):
    """Break a figure down by `kind`: `rows` are (name, value) and add up to it; none take the rincian away.

    Rows of other kinds go along. `seen` is the observation that stood when the form was opened; where the
    figure rests on another one by now, nothing is written. Gives the figure.
    """
    lock_programs(pk=measurement.indicator.program_id)
    figure = Measurement.objects.select_related(
        "report__unit__parent", "report__program", "indicator", "chosen__source"
    ).get(pk=measurement.pk)
    refuse_closed(figure.report)
    if seen is not None and seen != figure.chosen_id:
        message = _("Angka ini berubah sejak Anda membukanya. Periksa rinciannya terhadap angka yang baru.")
        raise ActionRefused("figure_moved_on", message)
    rows = [(name.strip(), value) for name, value in rows]
    _check(figure, rows)
    stands = list(figure.chosen.parts.all())
    if rows == [(part.label, part.value) for part in stands if part.kind == kind]:
        return figure
    others = [(part.kind, part.label, part.value) for part in stands if part.kind != kind]
    _write(figure, [*others, *((kind, name, value) for name, value in rows)], by)
    return figure


def _check(figure, rows):
    """Refuse what cannot stand below this figure."""
    if figure.state != State.VALUE or not figure.chosen_id:
        raise ActionRefused("no_figure", _("Angka ini belum diisi. Isi angkanya, lalu rinciannya."))
    names = [name.casefold() for name, _value in rows]
    twice = next((name for name, _value in rows if names.count(name.casefold()) > 1), "")
    if twice:
        raise ActionRefused("part_twice", _("%(name)s tertulis dua kali.") % {"name": twice})
    refuse_personal(*(name for name, _value in rows))
    for name, value in rows:
        _refuse_value(figure.indicator, name, value)
    total = sum(value for _name, value in rows)
    if rows and total != figure.value:
        _refuse_total(total, figure.value)


def _refuse_value(indicator, name, value):
    """A part may lie below the scale of the whole, but not below nought where the whole may not."""
    if value < 0 and indicator.scale_min is not None and indicator.scale_min >= 0:
        message = _("%(name)s: %(value)s kurang dari nol. Periksa angkanya.")
        raise ActionRefused("out_of_range", message % {"name": name, "value": format_number(value)})
    try:
        refuse_writing(indicator, value)
    except Refused as refusal:
        raise ActionRefused(refusal.code, f"{name}: {refusal.message}") from refusal


def _refuse_total(total, value):
    message = _(
        "Rincian berjumlah %(total)s, angka laporan %(value)s; selisihnya %(gap)s. Samakan salah satunya."
    )
    said = {"total": total, "value": value, "gap": abs(total - value)}
    said = {name: format_number(number) for name, number in said.items()}
    raise ActionRefused("parts_do_not_add_up", message % said)


def _write(figure, parts, by):
    before, said = ledger.snapshot(figure), figure.chosen
    details = {"state": said.state, "value": said.value, "note": said.note}
    source = own_source(figure.report.unit, by=by)
    if source.pk == said.source_id:
        details |= {"measure_unit": said.measure_unit, "cut_off_on": said.cut_off_on}
    figure.chosen = observe(figure, by, source=source, **details)
    for kind, label, value in parts:
        part = Part.objects.create(observation=figure.chosen, kind=kind, label=label, value=value)
        ledger.write(part, Action.CREATE, by=by, changes=ledger.changes_between({}, ledger.snapshot(part)))
    ledger.save(figure, Action.CHANGE, by=by, before=before)
    count_up(figure.report, by)
    recompare(Measurement.objects.filter(pk=figure.pk), by=by)
