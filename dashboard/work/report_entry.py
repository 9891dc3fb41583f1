"""From what was typed on a report's page to its figures, and back to the page where something is wrong."""

from django.utils.translation import gettext as _

from dashboard.work.report_form import LineForm
from dashboard.work.report_lines import figure_words, lines_of
from programs.entering import enter_figures, fact_of, refuse_closed

__all__ = ["open_lines", "receive", "typed_in_vain"]


def open_lines(lines):
    for line in lines:
        line.form = LineForm(line)


def receive(report, data, *, by):
    """Save the lines that are right: (the page's lines, whether all were).

    `report` takes the version at which its writer may go on to send it: the one seen, and one more for what
    was saved now. Where others saved in between, sending is refused until the writer has looked.
    """
    refuse_closed(report)
    typed = lines_of(report)
    for line in typed:
        line.form = LineForm(line, data)
    good = [line for line in typed if line.form.is_valid()]
    entered = enter_figures(report, [line.form.entry() for line in good], by=by)
    seen = data.get("versi", "")
    report.version = (int(seen) if seen.isdecimal() else 0) + bool(entered.saved)
    wrong = _errors_of(typed, entered)
    if not wrong:
        return [], True
    report.refresh_from_db(fields=["version"])
    return _again(lines_of(report), typed, wrong), False


def _errors_of(lines, entered):
    """{indicator: sentences} of what was not saved."""
    wrong = {}
    for line in lines:
        said = [str(error) for errors in line.form.errors.values() for error in errors]
        if line.indicator.pk in entered.refused:
            said.append(entered.refused[line.indicator.pk])
        if line.indicator.pk in entered.overtaken:
            said.append(_overtaken(line, entered.overtaken[line.indicator.pk]))
        if said:
            wrong[line.indicator.pk] = tuple(said)
    return wrong


def _overtaken(line, theirs):
    """Both values: the one that stands, and the one that was typed and is still in the field."""
    mine = line.form.cleaned_data["nilai"]
    choices = dict(line.form.fields["keadaan"].choices)
    words = line.form["nilai"].value() if mine is not None else choices[line.form.cleaned_data["keadaan"]]
    return _(
        "%(who)s sudah menyimpan «%(theirs)s»; Anda menulis «%(mine)s». Periksa, lalu simpan sekali lagi: "
        "isian Anda yang berlaku."
    ) % {
        "who": theirs.observed_by if theirs else _("Orang lain"),
        "theirs": figure_words(theirs),
        "mine": words,
    }


def _again(lines, typed, wrong):
    """What stands now, with the wrong lines as they were typed."""
    open_lines(lines)
    as_typed = {line.indicator.pk: line.form for line in typed}
    for line in lines:
        if line.indicator.pk in wrong:
            form = as_typed[line.indicator.pk]
            form.stored = line.measurement
            form.now_seen()
            line.form, line.errors = form, wrong[line.indicator.pk]
    return lines


def typed_in_vain(report, data):
    """What was typed on a report that may no longer be filled: (indicator, text), for whoever typed it."""
    typed = []
    for line in lines_of(report):
        form = LineForm(line, data)
        words = form["nilai"].value() or ""
        if form.is_valid() and form.entry().fact == fact_of(line.measurement):
            continue
        said = " · ".join(filter(None, (words, form["catatan"].value())))
        if said:
            typed.append((line.indicator.name, said))
    return typed
