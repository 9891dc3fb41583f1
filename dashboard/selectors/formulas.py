"""Each formula in plain Indonesian with a worked example, counted by the functions that make the scores."""

from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evaluations import scoring
from evaluations.choices import Formula
from rakor.lib.formats import format_number

D = Decimal


@dataclass(frozen=True)
class Explained:
    code: str
    name: str
    meaning: str
    example: str


MEANINGS = {
    Formula.RATIO: gettext_lazy(
        "Makin tinggi makin baik: realisasi dibagi target, dikali 100. Target 0 dan realisasi 0 bernilai 100."
    ),
    Formula.INVERSE_DIFFERENCE: gettext_lazy(
        "Makin rendah makin baik: dua kali target dikurangi realisasi, dibagi target, dikali 100. "
        "Hasil di bawah 0 dihitung 0."
    ),
    Formula.INVERSE_RATIO: gettext_lazy(
        "Makin rendah makin baik, bila juknis menyebutnya: target dibagi realisasi, dikali 100."
    ),
    Formula.RANGE: gettext_lazy(
        "Di dalam rentang target bernilai 100. Di luarnya dihitung terhadap batas yang terdekat."
    ),
    Formula.PRESENT: gettext_lazy("Ada bernilai 100, belum ada bernilai 0. Misalnya dokumen atau tim."),
    Formula.VALUE: gettext_lazy(
        "Angka itu sendiri pada skalanya: jaraknya dari batas bawah, dibagi panjang skala, dikali 100."
    ),
    Formula.TIMELINESS: gettext_lazy(
        "Laporan yang masuk paling lambat pada batas waktunya, dibagi laporan yang sudah jatuh tempo, "
        "dikali 100. Dihitung oleh sistem."
    ),
    Formula.COMPLETENESS: gettext_lazy(
        "Laporan yang masuk dan setiap butirnya terjawab (angka, atau mengapa tidak ada), dibagi laporan "
        "yang sudah jatuh tempo, dikali 100. Dihitung oleh sistem."
    ),
    Formula.RUBRIC: gettext_lazy(
        "Rata-rata nilai yang dipilih para penilai pada rubrik, masing-masing dengan alasan."
    ),
}

EXAMPLES = {
    Formula.RATIO: ({}, {"value": D(92), "target": scoring.Target(D(80))}),
    Formula.INVERSE_DIFFERENCE: ({}, {"value": D("129.03"), "target": scoring.Target(D(60))}),
    Formula.INVERSE_RATIO: ({}, {"value": D("129.03"), "target": scoring.Target(D(60))}),
    Formula.RANGE: ({"lower_is_better": True}, {"value": D(9), "target": scoring.Target(D(7), D(8))}),
    Formula.PRESENT: ({}, {"value": D(1)}),
    Formula.VALUE: ({"scale_min": D(1), "scale_max": D(5)}, {"value": D("3.43")}),
    Formula.TIMELINESS: ({}, {"on_time": 2, "due": 3}),
    Formula.COMPLETENESS: ({}, {"on_time": 5, "due": 6}),
    Formula.RUBRIC: ({"scale_min": D(0), "scale_max": D(4)}, {"marks": (D(3), D(4))}),
}


def explained(codes):
    """The formulas with these codes, in the order of the list of formulas."""
    return [
        Explained(formula.value, str(formula.label), str(MEANINGS[formula]), example(formula))
        for formula in Formula
        if formula in codes
    ]


def example(formula):
    """ "Target 80, realisasi 92: capaian 115,00, dihitung 100,00."."""
    line_fields, figures = EXAMPLES[formula]
    line = scoring.Line(key="contoh", weight=D(100), formula=formula.value, **line_fields)
    reached = scoring.achievement_of(line, scoring.Reading(scoring.State.VALUE, **figures))
    said = {
        "given": _given(formula, figures, line_fields),
        "uncapped": format_number(reached.uncapped, 2),
        "capped": format_number(reached.capped, 2),
    }
    if reached.uncapped == reached.capped:
        return _("%(given)s: capaian %(capped)s.") % said
    return _("%(given)s: capaian %(uncapped)s, dihitung %(capped)s.") % said


def _given(formula, figures, line_fields):
    if formula == Formula.PRESENT:
        return _("Ada")
    if formula == Formula.TIMELINESS:
        return _("2 dari 3 laporan tepat waktu")
    if formula == Formula.COMPLETENESS:
        return _("5 dari 6 laporan lengkap")
    if formula == Formula.RUBRIC:
        return _("Dua penilai memberi 3 dan 4 pada skala 0–4")
    value = format_number(figures["value"])
    if formula == Formula.VALUE:
        low, high = (format_number(line_fields[end]) for end in ("scale_min", "scale_max"))
        return _("Nilai %(value)s pada skala %(low)s–%(high)s") % {"value": value, "low": low, "high": high}
    target = figures["target"]
    written = format_number(target.low)
    if formula == Formula.RANGE:
        written = f"{written}–{format_number(target.high)}"
    return _("Target %(target)s, realisasi %(value)s") % {"target": written, "value": value}
