"""From an instrument in the database to the pure method that scores with it, and back to sentences."""

from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from evaluations import scoring
from programs.choices import Polarity
from rakor.lib.formats import format_number

SENTENCES = {
    "no_lines": _("Instrumen belum mempunyai butir penilaian. Tambahkan sedikitnya satu."),
    "weights_not_100": _("Jumlah bobot %(total)s, seharusnya 100. Sesuaikan bobot butir."),
    "line_twice": _("Butir %(line)s tercantum dua kali."),
    "weight_negative": _("Bobot butir %(line)s di bawah 0."),
    "unknown_formula": _("Rumus butir %(line)s tidak dikenal."),
    "direction_missing": _("Butir %(line)s memakai rentang; pilih arah indikatornya."),
    "direction_contradicts": _("Rumus butir %(line)s berlawanan dengan arah indikatornya."),
    "scale_missing": _("Butir %(line)s memerlukan skala; isi batas bawah dan atas pada indikatornya."),
    "scale_empty": _("Skala indikator butir %(line)s tidak mempunyai panjang: %(low)s sampai %(high)s."),
    "cap_not_positive": _("Batas capaian butir %(line)s harus di atas 0."),
    "index_summed": _("Butir %(line)s menilai indeks; indeks tidak dijumlahkan antarperiode."),
    "tie_order_twice": _("Urutan pemecah nilai sama %(order)s dipakai oleh %(first)s dan %(second)s."),
    "precision_out_of_range": _("Angka desimal nilai harus 0 sampai 6."),
    "coverage_out_of_range": _("Cakupan data terkecil harus 0 sampai 100."),
    "band_gap": _("Tidak ada predikat untuk nilai %(low)s sampai %(high)s."),
    "band_overlap": _("Predikat %(first)s dan %(second)s mulai pada batas yang sama, %(bound)s."),
    "band_outside_scale": _("Predikat %(band)s mulai pada %(bound)s, di luar skala %(low)s sampai %(high)s."),
    "target_negative": _("%(unit)s: target %(target)s untuk butir %(line)s di bawah 0."),
    "target_is_range": _(
        "%(unit)s: target %(target)s berupa rentang, sedangkan butir %(line)s memakai satu angka."
    ),
    "value_negative": _("%(unit)s: realisasi %(value)s untuk butir %(line)s di bawah 0."),
    "not_yes_or_no": _("%(unit)s: realisasi %(value)s untuk butir %(line)s bukan 1 (ada) atau 0 (belum)."),
    "value_missing": _("%(unit)s: butir %(line)s tidak mempunyai angka."),
    "target_not_used": _("Butir %(line)s memakai rumus tanpa target; kosongkan targetnya."),
    "more_than_due": _("%(unit)s: laporan yang dihitung, %(on_time)s, melebihi yang jatuh tempo, %(due)s."),
    "unknown_line": _("%(unit)s: butir %(line)s tidak ada pada instrumen."),
    "not_finite": _("%(field)s: %(value)s bukan angka yang dapat dihitung."),
    "number_out_of_range": _("%(field)s: %(value)s terlalu besar, terlalu kecil, atau terlalu panjang."),
    "target_reversed": _("Target %(low)s–%(high)s mulai di atas akhirnya."),
    "period_without_value": _("Ada periode jatuh tempo tanpa angka; nilai setahun tidak dapat dihitung."),
}


def sentence(problem):
    """A scoring problem in Indonesian; one without a sentence of its own keeps its English message."""
    pattern = SENTENCES.get(problem.code)
    if pattern is None:
        return problem.message
    values = {"unit": "", "line": ""} | {
        name: format_number(value) if isinstance(value, Decimal) else value
        for name, value in problem.values.items()
    }
    return pattern % values


def line_key(line):
    """A line's name in the canonical text: its place and its indicator, so that texts keep the order."""
    return f"{line.order:02}-{line.indicator.code if line.indicator else line.formula}"


def scoring_line(line):
    indicator = line.indicator
    return scoring.Line(
        key=line_key(line),
        weight=line.weight,
        formula=line.formula,
        cap=line.cap,
        lower_is_better=_direction(line),
        scale_min=indicator.scale_min if indicator else Decimal(0),
        scale_max=indicator.scale_max if indicator else Decimal(100),
        accumulation=indicator.accumulation if indicator else None,
        to_date=line.is_to_date,
        tie_order=line.tie_order,
    )


def _direction(line):
    """Only formulas that hold a figure against a target have a direction to agree with."""
    if line.indicator is None or line.formula in ("value", "present"):
        return None
    return line.indicator.polarity == Polarity.LOWER


def method_of(instrument):
    """The instrument as the scoring functions take it. Two queries."""
    return scoring.Method(
        lines=tuple(scoring_line(line) for line in instrument.lines.select_related("indicator")),
        missing=scoring.MissingRules(
            not_reported=instrument.not_reported_rule,
            not_assessable=instrument.not_assessable_rule,
            withheld=instrument.withheld_rule,
        ),
        open_difference=instrument.difference_rule,
        precision=instrument.precision,
        min_coverage=instrument.min_coverage,
        bands=tuple(
            scoring.Band(band.label, band.lower, band.is_lower_inside) for band in instrument.bands.all()
        ),
        earlier_report_wins=instrument.tie_by_report_time,
    )


def instrument_problems(instrument):
    """Why an instrument cannot be used yet, as Indonesian sentences."""
    return [sentence(problem) for problem in scoring.method_problems(method_of(instrument))]
