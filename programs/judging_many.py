"""Judging many reports at once: each for itself, so that one which cannot be is left as it is and named.

People are told once of all that were judged together.

Accepting together is for reports in which nothing was flagged: a figure with a warning is looked at alone.
"""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.choices import ReportState, StepKind
from programs.judging import accept_report, return_report
from programs.models import Measurement, Observation
from programs.notices import tell_reports
from programs.warnings import warnings_of
from records.refusals import ActionRefused

__all__ = ["accept_many", "obstacles_of", "return_many"]


def accept_many(reports, *, by):
    """Accept those that may be accepted together, each at the version it carries.

    Gives how many were, and for the others [(report, why not)].
    """
    obstacles = obstacles_of([one for one in reports if one.state == ReportState.SUBMITTED], by=by)
    free = [one for one in reports if one.pk not in obstacles]
    done, refused = _each(free, lambda report: accept_report(report, by=by, tells=False))
    tell_reports(done, StepKind.ACCEPTED, by=by)
    return len(done), refused + [(one, obstacles[one.pk]) for one in reports if one.pk in obstacles]


def return_many(reports, *, by, reason):
    """Give each back with the same reason; as `accept_many`, though what was flagged may be given back."""
    done, refused = _each(reports, lambda report: return_report(report, by=by, reason=reason, tells=False))
    tell_reports(done, StepKind.RETURNED, by=by)
    return len(done), refused


def _each(reports, act):
    done, refused = [], []
    for report in reports:
        try:
            act(report)
            done.append(report)
        except ActionRefused as refusal:
            refused.append((report, refusal.message))
    return done, refused


def obstacles_of(reports, *, by):
    """{report's key: why this person may not accept it together with others}; what may be is not in it."""
    own, flagged = _with_own_figures(reports, by), _flagged(reports)
    return {one.pk: why for one in reports if (why := _obstacle(one, by, own, flagged))}


def _obstacle(report, by, own, flagged):
    if report.state != ReportState.SUBMITTED:
        message = _("Laporan ini %(state)s, bukan menunggu diperiksa.")
        return message % {"state": report.get_state_display().lower()}
    if report.submitted_by_id == by.pk:
        return _("Anda yang mengirimnya. Orang lain yang memeriksa.")
    if report.pk in own:
        return _("Memuat angka yang Anda masukkan. Orang lain yang memeriksa.")
    if names := flagged.get(report.pk):
        message = ngettext(
            "%(number)d angka perlu dilihat: %(names)s. Buka laporannya dan periksa sendiri.",
            "%(number)d angka perlu dilihat: %(names)s. Buka laporannya dan periksa sendiri.",
            len(names),
        )
        return message % {"number": len(names), "names": ", ".join(names)}
    return ""


def _with_own_figures(reports, by):
    """Those in which a figure stands that this person brought."""
    brought = Observation.objects.standing().filter(
        measurement__report__in=[one.pk for one in reports], observed_by=by
    )
    return set(brought.values_list("measurement__report", flat=True))


def _flagged(reports):
    """{report's key: names of the indicators whose figure carries a warning}"""
    found = Measurement.objects.filter(pk__in=list(warnings_of(reports)))
    flagged = {}
    for report, name in found.order_by("indicator__code").values_list("report", "indicator__name"):
        flagged.setdefault(report, []).append(name)
    return flagged
