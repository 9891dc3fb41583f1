"""On a report's page: what was decided about it so far, and the verdict of whoever may judge it now."""

from dataclasses import dataclass

from django import forms
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext_lazy as _

from accounts.permissions import states_for
from programs.judging import remarks_of
from programs.models import Report, ReportStep
from rakor.lib.dates import format_date, format_time
from regions.zones import homes_of

__all__ = ["JudgingForm", "ReopeningForm", "judging_of"]

FORM_ID = "putusan"
"""Remarks stand at their lines, outside the form that sends them."""


def words(rows, **attrs):
    return forms.Textarea(attrs={"class": "r-input", "rows": rows, **attrs})


class JudgingForm(forms.Form):
    """The verdict on a report as it was seen: `versi`, the reason of a return, and a remark for each line."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label=_("Alasan dikembalikan"),
        help_text=_("Dibaca pengirim: apa yang tidak sesuai, dan apa yang perlu diperbaiki."),
        required=False,
        max_length=2000,
        widget=words(3),
    )

    def __init__(self, report, lines, data=None):
        self.lines = lines
        super().__init__(data, initial={"versi": report.version})
        for line in lines:
            self.fields[self.name_of(line)] = forms.CharField(
                label=_("Catatan untuk pengirim"),
                required=False,
                max_length=2000,
                widget=words(2, form=FORM_ID),
            )

    @staticmethod
    def name_of(line):
        return f"{line.anchor}-ulasan"

    def remarks(self):
        """{indicator: text}"""
        return {line.indicator: self.cleaned_data[self.name_of(line)] for line in self.lines}

    def typed(self):
        """[(about what, text)]: what was typed, to be given back where it can no longer be saved."""
        said = [(line.indicator.name, self[self.name_of(line)].value()) for line in self.lines]
        return [
            (about, text) for about, text in [(self["alasan"].label, self["alasan"].value()), *said] if text
        ]

    def now_seen(self, report):
        """The same words again, by somebody who has now seen what became of the report."""
        self.data = self.data.copy()
        self.data["versi"] = report.version


class ReopeningForm(forms.Form):
    """Why an accepted report is opened again."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    alasan = forms.CharField(
        label=_("Alasan dibuka kembali"),
        help_text=_("Tampil pada riwayat laporan."),
        max_length=2000,
        widget=words(3),
    )


def judging_of(user, report, lines, form=None):
    """The context of the judging part; remarks, old and new, are put at their lines."""
    steps = ReportStep.objects.select_related("by").order_by("pk")
    prefetch_related_objects([report], Prefetch("steps", steps), "steps__remarks__indicator")
    remarks = remarks_of(report)
    judging = None
    if may(user, "accept", report) and report.submitted_by_id != user.pk:
        judging = form or JudgingForm(report, lines)
    for line in lines:
        line.remark = remarks.get(line.indicator.pk)
        line.remark_field = judging[judging.name_of(line)] if judging else None
    return {
        "judging": judging,
        "judging_id": FORM_ID,
        "reopening": ReopeningForm(initial={"versi": report.version})
        if may(user, "reopen", report)
        else None,
        "history": history_of(report),
    }


@dataclass(frozen=True)
class Past:
    """A step with its moment on the unit's own clock, by which its day counts."""

    step: ReportStep
    moment: str


def history_of(report):
    """The newest first."""
    zone = homes_of([report.unit])[report.unit_id].zone
    return [
        Past(step, f"{format_date(step.at.astimezone(zone))}, {format_time(step.at, zone.key)}")
        for step in reversed(report.steps.all())
    ]


def reopening_of(user, report):
    return ReopeningForm(initial={"versi": report.version}) if may(user, "reopen", report) else None


def may(user, action, report):
    """Whether this person may judge this report now; a state that shuts the act needs no look-up."""
    is_open = report.state in states_for("programs.report", action)
    return is_open and Report.objects.open_to(user, action).filter(pk=report.pk).exists()
