"""From what was typed on a report's page to its figures, and back to the page where something is wrong."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.work.report_form import LineForm
from dashboard.work.report_lines import figure_words, lines_of
from dashboard.work.report_proofs import ProofForm, Whole, keep_proofs
from programs.entering import enter_figures, fact_of, refuse_closed

__all__ = ["Received", "open_lines", "receive", "typed_in_vain"]


@dataclass
class Received:
    """The page's lines, whether all of it was saved, and the part of the report as a whole."""

    lines: list
    whole: Whole
    is_right: bool


def open_lines(lines, whole):
    for line in lines:
        line.form = LineForm(line)
    for place in (*lines, whole):
        place.proof = ProofForm(prefix=place.anchor)


def receive(report, data, files, *, by):
    """Save the lines that are right, with what proves them.

    `report` takes the version at which its writer may go on to send it: the one seen, and one more for what
    was saved now. Where others saved in between, sending is refused until the writer has looked.
    """
    refuse_closed(report)
    typed, whole = lines_of(report), Whole()
    for line in typed:
        line.form = LineForm(line, data)
    for place in (*typed, whole):
        place.proof = ProofForm(data, files, prefix=place.anchor)
    good = [line for line in typed if line.form.is_valid()]
    entered = enter_figures(report, [line.form.entry() for line in good], by=by)
    wrong = _errors_of(typed, entered)
    for anchor, said in keep_proofs(report, (*typed, whole), data, by=by).items():
        wrong[anchor] = wrong.get(anchor, ()) + said
    seen = data.get("versi", "")
    report.version = (int(seen) if seen.isdecimal() else 0) + bool(entered.saved)
    if not wrong:
        return Received([], whole, is_right=True)
    report.refresh_from_db(fields=["version"])
    return Received(_again(lines_of(report), typed, wrong), _whole_again(whole, wrong), is_right=False)


def _errors_of(lines, entered):
    """{anchor: sentences} of what was not saved."""
    wrong = {}
    for line in lines:
        said = [str(error) for errors in line.form.errors.values() for error in errors]
        if line.indicator.pk in entered.refused:
            said.append(entered.refused[line.indicator.pk])
        if line.indicator.pk in entered.overtaken:
            said.append(_overtaken(line, entered.overtaken[line.indicator.pk]))
        if said:
            wrong[line.anchor] = tuple(said)
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
    """What stands now, with the wrong lines as they were typed; a file is chosen once more."""
    open_lines(lines, Whole())
    as_typed = {line.anchor: line for line in typed}
    for line in lines:
        if line.anchor in wrong:
            form = as_typed[line.anchor].form
            form.stored = line.measurement
            form.now_seen()
            line.form, line.errors = form, wrong[line.anchor]
            _give_back(line, as_typed[line.anchor].proof)
    return lines


def _give_back(place, proof):
    """A link that was refused stands there as it was typed; one that was kept is not asked for again."""
    if proof.errors:
        place.proof = proof


def _whole_again(whole, wrong):
    whole.errors = wrong.get(whole.anchor, ())
    proof, whole.proof = whole.proof, ProofForm(prefix=whole.anchor)
    _give_back(whole, proof)
    return whole


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
