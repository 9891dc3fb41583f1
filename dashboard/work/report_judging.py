"""On a report's page: what was decided about it so far, and the verdict of whoever may judge it now."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.judging import remarks_of
from programs.models import Report

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
    remarks = remarks_of(report)
    may_judge = is_open(user, "accept", report) and report.submitted_by_id != user.pk
    judging = (form or JudgingForm(report, lines)) if may_judge else None
    for line in lines:
        line.remark = remarks.get(line.indicator.pk)
        line.remark_field = judging[judging.name_of(line)] if judging else None
    may_reopen = is_open(user, "reopen", report)
    return {
        "judging": judging,
        "judging_id": FORM_ID,
        "reopening": ReopeningForm(initial={"versi": report.version}) if may_reopen else None,
        "history": report.steps.select_related("by").prefetch_related("remarks__indicator").order_by("-pk"),
    }


def is_open(user, action, report):
    return Report.objects.open_to(user, action).filter(pk=report.pk).exists()
