"""Form fields and forms of the officials' screens: dates in words, uploads by content, nothing lost."""

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rakor.lib.dates import read_date
from rakor.lib.refusals import Refused
from records import history, uploads, versions
from records.choices import Action


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

    rows = ()
    """(model, way to the record) of what stands in rows on the same page; the admin sets it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["seen_version"] = self.instance.version

    def _post_clean(self):
        super()._post_clean()
        if not self.instance.pk:
            return
        stored = type(self.instance)._base_manager.filter(pk=self.instance.pk).first()
        if stored is None:
            self.add_error(None, _("Catatan ini baru saja dihapus. Isian Anda masih ada di bawah."))
        elif self.cleaned_data.get("seen_version") != stored.version:
            self.tell_overtaken(stored)

    def tell_overtaken(self, stored):
        """Name both values at each field that somebody else saved meanwhile; the next save is deliberate."""
        saved = versions.saved_since(stored, self.cleaned_data.get("seen_version") or 0)
        who = saved.by or _("Orang lain")
        for field in self.contested(saved):
            mine, theirs = self.typed(field), self.words(field, stored)
            if mine != theirs:
                self.add_error(
                    field.name,
                    _("%(who)s sudah menyimpan «%(theirs)s»; Anda menulis «%(mine)s».")
                    % {"who": who, "theirs": theirs, "mine": mine},
                )
        self.add_error(None, [self.overtaken_sentence(who, saved), *self.along(saved)])
        self.data = self.data.copy()
        self.data[self.add_prefix("seen_version")] = stored.version

    def contested(self, saved):
        """The fields of this form that were saved meanwhile; all of them where the ledger does not say."""
        fields = [*self._meta.model._meta.concrete_fields, *self._meta.model._meta.many_to_many]
        shown = [field for field in fields if field.name in self.cleaned_data]
        return [field for field in shown if not saved.own or field.name in saved.fields()]

    def typed(self, field):
        if field.many_to_many:
            return history.listed(self.cleaned_data[field.name])
        return self.words(field, self.instance)

    @staticmethod
    def words(field, obj):
        if field.many_to_many:
            return history.listed(getattr(obj, field.name).all())
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
        """Of the lines saved along, those about rows of this record that this person may read."""
        about_rows = Q(pk__in=[])
        for model, way in self.rows:
            keys = model._base_manager.filter(**{way: self.instance.pk}).values_list("pk", flat=True)
            still_or_once = Q(object_id__in=[str(key) for key in keys]) | Q(action=Action.DELETE)
            about_rows |= still_or_once & Q(object_type=model._meta.label_lower)
        return lines.filter(about_rows)

    def along(self, saved):
        """One sentence per change that was saved along in the record's parts."""
        return [
            _("%(action)s: %(kind)s «%(label)s», %(field)s «%(before)s» → «%(after)s».")
            % {
                "action": line.get_action_display(),
                "kind": history.kind_of(line),
                "label": history.name_of(line),
                "field": one.label,
                "before": one.before,
                "after": one.after,
            }
            for line in self.readable(saved.others)[:20]
            for one in history.differences(line)[:3]
        ]
