"""What is typed on a figure's page about another source: who says it, what, in which unit, as of when."""

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.choices import Level, State
from programs.models import Source
from programs.noting import note_source, take_source
from rakor.lib.formfields import FigureFormField
from records.files import store
from records.forms import DateFormField, UploadFormField
from regions.choices import UnitKind

SAYABLE = [one for one in State.choices if one[0] not in (State.NOT_DUE, State.NOT_REPORTED)]
"""A source that has not reported says nothing that could be noted."""


def sources_for(measurement):
    """Sources that speak of many regions, and those that spoke of this figure; not the reports of others."""
    here = measurement.observations.values("source")
    return Source.objects.filter(~Q(agency__kind=UnitKind.REGENCY) | Q(agency__isnull=True) | Q(pk__in=here))


class SourceForm(forms.Form):
    sumber = forms.ModelChoiceField(
        Source.objects.none(),
        label=gettext_lazy("Sumber"),
        required=False,
        empty_label=gettext_lazy("Sumber baru"),
        help_text=gettext_lazy("Pilih dari daftar, atau tulis nama sumber baru di bawah."),
    )
    sumber_baru = forms.CharField(label=gettext_lazy("Nama sumber baru"), required=False, max_length=150)
    tingkat = forms.ChoiceField(
        label=gettext_lazy("Tingkat sumber baru"), choices=Level.choices, initial=Level.CENTRAL
    )
    nilai = FigureFormField(label=gettext_lazy("Angka"), required=False)
    keadaan = forms.ChoiceField(label=gettext_lazy("Keadaan"), choices=SAYABLE, initial=State.VALUE)
    satuan = forms.CharField(label=gettext_lazy("Satuan"), max_length=30)
    per_tanggal = DateFormField(label=gettext_lazy("Per tanggal"), required=False)
    diterima = DateFormField(
        label=gettext_lazy("Diterima tanggal"), required=False, initial=timezone.localdate
    )
    berkas = UploadFormField(label=gettext_lazy("Dokumen"), required=False)
    catatan = forms.CharField(
        label=gettext_lazy("Keterangan"),
        required=False,
        max_length=2000,
        help_text=gettext_lazy("Nomor surat, tautan, atau apa yang perlu diketahui pembaca angka ini."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, measurement, *args, **kwargs):
        self.measurement = measurement
        kwargs["initial"] = {"satuan": measurement.indicator.measure_unit}
        super().__init__(*args, **kwargs)
        self.fields["sumber"].queryset = sources_for(measurement)
        self.fields["satuan"].help_text = _(
            "Satuan indikator ini %(unit)s. Angka bersatuan lain dicatat sebagai tidak setara."
        ) % {"unit": measurement.indicator.measure_unit}
        for field in self.fields.values():
            field.widget.attrs["class"] = "r-input"

    def clean(self):
        given = super().clean()
        if not given.get("sumber") and not given.get("sumber_baru") and "sumber_baru" not in self.errors:
            self.add_error("sumber", _("Pilih sumbernya, atau tulis nama sumber baru."))
        if given.get("sumber") and given.get("sumber_baru"):
            self.add_error("sumber_baru", _("Pilih sumber dari daftar atau tulis yang baru, tidak keduanya."))
        value, state = given.get("nilai"), given.get("keadaan")
        if value is None and state == State.VALUE and "nilai" not in self.errors:
            self.add_error("nilai", _("Tulis angkanya, atau pilih keadaan yang bukan angka."))
        elif value is not None and state and state != State.VALUE:
            self.add_error("nilai", _("Isi angka atau pilih keadaannya, tidak keduanya."))
        return given

    def clean_diterima(self):
        received = self.cleaned_data["diterima"]
        if received and received > timezone.localdate():
            raise forms.ValidationError(_("Tanggal ini belum tiba."), code="in_future")
        return received

    @transaction.atomic
    def save(self, *, by):
        """Note what was typed; raises ActionRefused, and then nothing was written."""
        given = self.cleaned_data
        source = given["sumber"] or take_source(given["sumber_baru"], given["tingkat"], by=by)
        upload, document = given["berkas"], None
        if upload:
            document = store(upload.content, name=upload.name, content_type=upload.content_type, by=by)
        own = given["satuan"].casefold() == self.measurement.indicator.measure_unit.casefold()
        return note_source(
            self.measurement,
            source=source,
            value=given["nilai"],
            state=given["keadaan"],
            note=given["catatan"].strip(),
            measure_unit="" if own else given["satuan"],
            cut_off_on=given["per_tanggal"],
            received_on=given["diterima"],
            document=document,
            by=by,
        )
