"""A target's history in words: what it was, what it became, after which paper, why, by whom and when."""

from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import gettext as _

from rakor.lib.dates import format_date
from rakor.lib.formats import format_number, format_range


@dataclass(frozen=True)
class Step:
    """ "80 → 85", and what is known of it."""

    said: str
    why: str


def history_of(targets):
    """The targets of one unit, indicator and period, oldest first, as steps; expects `set_by`."""
    steps, before = [], ""
    for target in targets:
        now = target_words(target)
        steps.append(Step(f"{before} → {now}" if before else now, _why(target)))
        before = now
    return tuple(steps)


def target_words(target):
    """ "80", "7–8", or that it was taken away."""
    return _("tidak ada") if target.low is None else format_range(target.low, target.high)


def _why(target):
    day = format_date(timezone.localdate(target.set_at))
    parts = [target.source, target.reason]
    if target.baseline is not None:
        parts.append(_("nilai awal %(baseline)s") % {"baseline": format_number(target.baseline)})
    parts.append(f"{target.set_by}, {day}")
    return "; ".join(part for part in parts if part)
