"""The sentence that an outcome says of figures settled at a Rakor."""

from django.utils.translation import gettext as _

from dashboard.selectors.differences import value_with_unit
from dashboard.selectors.links import unit_title
from programs.small_cells import is_small


def proposed_text(agreed):
    """ "Disepakati Penerima PKH, Tahun 2024: Kabupaten Kerinci 110 KPM; Kabupaten Merangin 202 KPM."

    `agreed` are (difference, value); counts of one to four people that are not for the public are not written
    out.
    """
    about = {}
    for difference, value in agreed:
        measurement = difference.measurement
        key = (measurement.indicator, measurement.period)
        about.setdefault(key, []).append(f"{unit_title(measurement.unit)} {_words(measurement, value)}")
    sentences = (
        _("Disepakati %(indicator)s, %(period)s: %(figures)s.")
        % {"indicator": indicator.name, "period": period, "figures": "; ".join(figures)}
        for (indicator, period), figures in about.items()
    )
    return " ".join(sentences)


def _words(measurement, value):
    if measurement.indicator.suppress_small_cells and is_small(value):
        return _("(angka kecil, ditutup)")
    return value_with_unit(value, measurement.indicator.measure_unit)
