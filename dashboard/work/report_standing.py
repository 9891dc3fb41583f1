"""How a report stands, three things apart: its deadline, its review, its figures against their targets."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from dashboard.selectors.links import Badge
from dashboard.work.report_words import badge
from programs.attainment import attainment_of
from programs.obligations import DueState, Obligation, owed_by_reports

__all__ = ["Standing", "standings_of"]

LATE = (DueState.LATE, DueState.SENT_LATE, DueState.CLOSED)


@dataclass(frozen=True)
class Standing:
    """Batas waktu, pemeriksaan, capaian; none of them follows from another."""

    due: str
    is_late: bool
    review: Badge
    reached: str
    owed: Obligation | None = None
    """What the calendar asks; None where none does."""

    @property
    def is_locked(self):
        """Whether it was never sent and its lock day is over."""
        return self.owed is not None and self.owed.is_locked()


def standings_of(reports):
    """{report's key: Standing}. A fixed number of queries."""
    owed, attained = owed_by_reports(reports), attainment_of(reports)
    return {one.pk: _standing(one, owed.get(one.pk), attained.get(one.pk)) for one in reports}


def _standing(report, owed, attained):
    return Standing(
        due=owed.due_sentence() if owed else _("Tanpa batas waktu"),
        is_late=bool(owed and owed.due_state() in LATE),
        review=badge(report),
        reached=_reached(attained),
        owed=owed,
    )


def _reached(attained):
    if attained is None:
        return _("Belum ada angka")
    if not attained.aimed:
        return _("Belum ada target")
    said = {"reached": attained.reached, "aimed": attained.aimed}
    return _("%(reached)d dari %(aimed)d target tercapai") % said
