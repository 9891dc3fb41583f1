"""Uploading a sheet: one file of bounded size, and a confirmation that is good for one preview only."""

from datetime import timedelta

from django import forms
from django.core import signing
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rakor.lib.sheets.limits import Limits
from records.admin_base import UnfoldAdminFileFieldWidget

KEPT = timedelta(days=1)
"""How long an upload waits for its confirmation."""

OUTDATED = gettext_lazy("Pratinjau ini tidak berlaku lagi. Unggah lagi lembarnya.")


class SheetFileField(forms.FileField):
    """A .xlsx or .csv file, not larger than is ever read."""

    widget = UnfoldAdminFileFieldWidget({"accept": ".xlsx,.csv"})

    def __init__(self, **options):
        options.setdefault(
            "help_text", gettext_lazy("Berkas .xlsx atau .csv. Belum ada yang disimpan pada langkah ini.")
        )
        super().__init__(max_length=200, **options)

    def clean(self, data, initial=None):
        upload = super().clean(data, initial)
        limit = Limits().max_bytes
        if upload and upload.size > limit:
            message = _("Berkas lebih dari %(limit)d MB. Bagi menjadi beberapa berkas.")
            raise forms.ValidationError(message % {"limit": limit // 1024 // 1024}, code="too_large")
        return upload


def sealed(bound, *, by, salt):
    """What a preview gives the browser to bring back: signed, and bound to who saw it."""
    return signing.dumps({**bound, "by": by.pk}, salt=salt, compress=True)


class SealedForm(forms.Form):
    """Confirms one preview, for the person who saw it; what was sealed is in `bound` once it is valid."""

    salt = ""
    token = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, user, **options):
        super().__init__(*args, **options)
        self.user, self.bound = user, {}

    def clean(self):
        cleaned = super().clean()
        try:
            self.bound = signing.loads(cleaned.get("token", ""), salt=self.salt, max_age=KEPT)
        except signing.BadSignature:
            self.bound = {}
        if self.bound.get("by") != self.user.pk:
            raise forms.ValidationError(OUTDATED, code="outdated")
        return cleaned
