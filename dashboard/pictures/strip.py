"""A strip plot: one regency among the others on one line, with the median."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.pictures.geometry import bounds, median, percent, placed
from rakor.lib.formats import format_number

LEFT, RIGHT = 3, 97


@dataclass(frozen=True)
class Strip:
    """x of the others, of the one that is meant, and of the median; texts are formatted."""

    title: str
    others: tuple[str, ...]
    me: str
    me_text: str
    median: str
    median_text: str
    low_text: str
    high_text: str


def strip(name, value, others, places=None):
    """`value` of the regency `name` among the values of `others`; None where it has no value itself."""
    values = [*others] if value is None else [value, *others]
    low, high = bounds(values)
    middle = median(values)

    def at(number):
        return percent(placed(number, low, high, LEFT, RIGHT))

    texts = {key: format_number(number, places) for key, number in
             (("median", middle), ("low", min(values)), ("high", max(values)))}  # fmt: skip
    own = "" if value is None else format_number(value, places)
    said = _("%(name)s %(value)s, median %(median)s, dari %(low)s sampai %(high)s")
    unsaid = _("%(name)s tanpa nilai, median %(median)s, dari %(low)s sampai %(high)s")
    return Strip(
        title=(said if own else unsaid) % {"name": name, "value": own, **texts},
        others=tuple(at(number) for number in others),
        me="" if value is None else at(value),
        me_text=own,
        median=at(middle),
        median_text=_("median %(value)s") % {"value": texts["median"]},
        low_text=texts["low"],
        high_text=texts["high"],
    )
