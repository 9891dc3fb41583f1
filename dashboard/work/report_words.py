"""A report's state and what happened to it, in words."""

from django.utils import timezone
from django.utils.translation import gettext as _

from dashboard.selectors.links import Badge
from programs.choices import ReportState
from rakor.lib.dates import format_date

BADGES = {
    ReportState.DRAFT: ("", "doc"),
    ReportState.SUBMITTED: ("", "clock"),
    ReportState.RETURNED: ("late", "back"),
    ReportState.ACCEPTED: ("done", "check"),
}


def badge(report):
    return Badge(report.get_state_display(), *BADGES[report.state])


def happened(report):
    """Who sent, returned and accepted it, as far as that still counts."""
    said = []
    for verb, sentence in (
        ("submitted", _("Dikirim %(day)s oleh %(who)s.")),
        ("accepted", _("Diterima %(day)s oleh %(who)s.")),
    ):
        who = getattr(report, f"{verb}_by")
        if who:
            day = format_date(timezone.localdate(getattr(report, f"{verb}_at")))
            said.append(sentence % {"day": day, "who": who})
    return said
