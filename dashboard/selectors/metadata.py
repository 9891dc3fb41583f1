"""What an indicator means, as Satu Data Indonesia asks for it (Perpres 39/2019): facts in words."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from rakor.lib.formats import format_number, format_range

__all__ = ["Rule", "metadata", "reading_facts"]


@dataclass(frozen=True)
class Rule:
    """One fact: what it is about, and what is said."""

    about: str
    said: str


def metadata(indicator):
    """Everything that is known of an indicator's meaning; expects `producer`."""
    facts = (
        (_("Konsep"), indicator.concept),
        (_("Definisi"), indicator.definition),
        (_("Interpretasi"), indicator.interpretation),
        *_reading(indicator),
        (_("Klasifikasi"), indicator.classification),
        (_("Frekuensi"), indicator.get_frequency_display()),
        (_("Toleransi tanggal data"), _days(indicator)),
        (_("Kode"), indicator.code),
    )
    return tuple(Rule(about, said) for about, said in facts if said)


def reading_facts(indicator):
    """How its figures are read: what stands beside the definition in a list."""
    return tuple(Rule(about, said) for about, said in _reading(indicator) if said)


def _reading(indicator):
    yield _("Rumus"), indicator.formula_text
    yield _("Satuan"), indicator.measure_unit
    yield _("Arah"), indicator.get_polarity_display()
    yield _("Skala"), scale_words(indicator)
    yield _("Akumulasi"), indicator.get_accumulation_display()
    yield _("Produsen data"), indicator.producer.name if indicator.producer else ""
    yield (
        _("Toleransi antarsumber"),
        _("%(percent)s %%") % {"percent": format_number(indicator.tolerance_percent)},
    )
    if indicator.suppress_small_cells:
        yield _("Angka kecil"), _("Angka 1–4 tidak ditampilkan kepada publik.")


def scale_words(indicator):
    """ "0–100", "mulai 0"; "" where there is none."""
    low, high = indicator.scale_min, indicator.scale_max
    if low is not None and high is not None:
        return format_range(low, high)
    if low is not None:
        return _("mulai %(bound)s") % {"bound": format_number(low)}
    return _("sampai %(bound)s") % {"bound": format_number(high)} if high is not None else ""


def _days(indicator):
    if not indicator.tolerance_days:
        return ""
    return _("%(days)d hari") % {"days": indicator.tolerance_days}
