"""Form fields and forms of the officials' screens: dates in words, uploads by content, nothing lost."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rakor.lib.dates import read_date
from rakor.lib.refusals import Refused
from records import history, uploads, versions


class DateFormField(forms.DateField):
    """Takes `7/11/2022`, `7-11-2022` and `7 November 2022`; the day always comes first."""

    def to_python(self, value):
        if value in self.empty_values:
            return None
        try:
            return read_date(value)
        except Refused as refusal:
            raise ValidationError(refusal.message, code=refusal.code) from None


class UploadFormField(forms.FileField):
    """A file that was looked into: gives records.uploads.Checked."""

    default_error_messages = {"empty": gettext_lazy("Berkas ini kosong.")}

    def to_python(self, data):
        upload = super().to_python(data)
        return uploads.check(upload) if upload else None


class VersionedForm(forms.ModelForm):
    """A form of a record that several people edit. `seen_version` is the version it was opened at."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen_version"] = self.instance.version

    def _post_clean(self):
        super()._post_clean()
        if self.instance.pk:
            stored = type(self.instance)._base_manager.get(pk=self.instance.pk)
            if self.cleaned_data.get("seen_version") != stored.version:
                self.tell_overtaken(stored)

    def tell_overtaken(self, stored):
        """Name both values at each field that somebody else saved meanwhile; the next save is deliberate."""
        saved = versions.saved_since(stored, self.cleaned_data.get("seen_version") or 0)
        who = saved.by or _("Orang lain")
        for name in saved.fields() & set(self.fields):
            field = stored._meta.get_field(name)
            mine, theirs = (self.words(field, obj) for obj in (self.instance, stored))
            if mine != theirs:
                self.add_error(
                    name,
                    _("%(who)s sudah menyimpan «%(theirs)s»; Anda menulis «%(mine)s».")
                    % {"who": who, "theirs": theirs, "mine": mine},
                )
        self.add_error(None, [self.overtaken_sentence(who, saved), *self.along(saved)])
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = stored.version

    @staticmethod
    def words(field, obj):
        return history.shown(
            field, "" if field.value_from_object(obj) is None else field.value_to_string(obj)
        )

    @staticmethod
    def overtaken_sentence(who, saved):
        clock = formats.time_format(timezone.localtime(saved.at)) if saved.at else "?"
        return _(
            "%(who)s menyimpan lebih dulu, pukul %(time)s. Isian Anda belum tersimpan dan masih ada di bawah."
            " Periksa yang berbeda, lalu simpan sekali lagi: isian Anda yang berlaku."
        ) % {"who": who, "time": clock}

    def readable(self, lines):
        """Of the lines saved along, those that this person may read."""
        return lines

    def along(self, saved):
        """One sentence per change that was saved along in the record's parts."""
        return [
            _("%(action)s: %(kind)s «%(label)s», %(field)s «%(before)s» → «%(after)s».")
            % {
                "action": line.get_action_display(),
                "kind": history.kind_of(line),
                "label": line.object_label,
                "field": one.label,
                "before": one.before,
                "after": one.after,
            }
            for line in self.readable(saved.others)[:20]
            for one in history.differences(line)[:3]
        ]
