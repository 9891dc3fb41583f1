"""Reporting on a follow-up, and judging it: what both the admin and /kerja/ ask."""

from django import forms
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from meetings.actions import add_review
from meetings.choices import ReviewKind
from rakor.lib.personal import refuse_email
from records.files import store
from records.forms import DateFormField, UploadFormField

__all__ = ["ReviewForm"]


class ReviewForm(forms.Form):
    """One report on, or verdict about, a follow-up. With one kind only there is nothing to choose."""

    kind = forms.ChoiceField(label=_("Hasil"))
    reviewed_on = DateFormField(label=_("Tanggal"), initial=timezone.localdate)
    remark = forms.CharField(
        label=_("Catatan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Apa yang sudah dikerjakan, atau apa yang belum sesuai."),
    )
    upload = UploadFormField(label=_("Bukti"), required=False)
    evidence_url = forms.URLField(
        label=_("Tautan bukti"), required=False, assume_scheme="https", validators=[refuse_email]
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    widgets = {}
    """Other widgets, by field, where a screen has its own."""

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        for name, widget in self.widgets.items():
            self.fields[name].widget = widget()
        self.fields["kind"].choices = [(kind, ReviewKind(kind).label) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]
            self.fields["kind"].widget = forms.HiddenInput()

    @transaction.atomic
    def save(self, follow_up, *, by):
        given = dict(self.cleaned_data)
        follow_up.version = given.pop("version")
        upload = given.pop("upload")
        evidence = None
        if upload:
            evidence = store(upload.content, name=upload.name, content_type=upload.content_type, by=by)
        return add_review(follow_up, given.pop("kind"), by=by, evidence=evidence, **given)
