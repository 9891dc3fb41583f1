"""Writing down a ranking from elsewhere: one line per region, as people write such lists."""

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evaluations.choices import Category
from meetings.models import Rakor
from programs.actions import take_period
from programs.models import Program
from rakor.lib import formats, numbers, periods
from rakor.lib.personal import refuse_email
from rakor.lib.refusals import Refused
from records.admin_base import (
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
)
from records.forms import DateFormField
from regions.access import reach_of
from regions.models import Province, Regency
from regions.names import RegionNames

ROMAN = {formats.roman(number): number for number in range(1, 101)}
LINE = re.compile(r"(?P<rank>[IVXLC]+|[0-9]{1,3})[.):]?\s+(?P<name>[^;\t]+?)(?:\s*[;\t]\s*(?P<score>.+))?")


def text_field(label, **options):
    return forms.CharField(label=label, widget=UnfoldAdminTextInputWidget, **options)


def select(queryset, label, **options):
    return forms.ModelChoiceField(queryset, label=label, widget=UnfoldAdminSelectWidget, **options)


class RecordedReleaseForm(forms.Form):
    """A ranking decided elsewhere, with its source."""

    program = select(Program.objects.all(), gettext_lazy("Program"))
    region = select(Province.objects.none(), gettext_lazy("Provinsi"))
    category = forms.ChoiceField(
        label=gettext_lazy("Cakupan"),
        choices=Category.choices,
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    year = forms.IntegerField(label=gettext_lazy("Tahun"), widget=UnfoldAdminTextInputWidget)
    period = text_field(gettext_lazy("Periode"), initial="TAHUNAN", max_length=30)
    title = text_field(gettext_lazy("Judul"), max_length=200)
    subject = text_field(
        gettext_lazy("Perihal"),
        max_length=120,
        help_text=gettext_lazy("Untuk kalimat judul, misalnya: penanganan konflik sosial."),
    )
    ranks = forms.CharField(
        label=gettext_lazy("Peringkat"),
        widget=UnfoldAdminTextareaWidget({"rows": 8}),
        help_text=gettext_lazy(
            "Satu baris satu daerah: «I Kerinci» atau «1 Kerinci; 87,5». Yang tidak diumumkan tidak ditulis."
        ),
    )
    announced_at = select(Rakor.objects.none(), gettext_lazy("Diumumkan pada Rakor"), required=False)
    basis = text_field(gettext_lazy("Dasar penilaian"), required=False, max_length=200)
    source_name = text_field(gettext_lazy("Sumber"), max_length=150)
    source_url = forms.URLField(
        label=gettext_lazy("Alamat sumber"),
        required=False,
        validators=[refuse_email],
        assume_scheme="https",
        widget=UnfoldAdminTextInputWidget,
    )
    source_on = DateFormField(
        label=gettext_lazy("Tanggal sumber"), required=False, widget=UnfoldAdminTextInputWidget
    )
    reason = forms.CharField(
        label=gettext_lazy("Alasan ralat"),
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 2}),
        help_text=gettext_lazy("Hanya bila peringkat ini sudah pernah dicatat."),
    )

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        reach = reach_of(user, "evaluations.add_release")
        own = Q(owner__isnull=True) | reach.filter_provinces("owner")
        self.fields["program"].queryset = Program.objects.filter(own)
        self.fields["region"].queryset = Province.objects.filter(reach.filter_provinces(""))
        self.fields["announced_at"].queryset = Rakor.objects.public().order_by("-starts_on")

    def clean(self):
        cleaned = super().clean()
        if {"year", "period"} <= cleaned.keys():
            self._read_period(cleaned)
        if {"region", "ranks"} <= cleaned.keys():
            cleaned["units"] = list(
                Regency.objects.of_province(cleaned["region"], cleaned.get("category", "")).order_by("code")
            )
            cleaned["ranks"] = self._read_ranks(cleaned["ranks"], cleaned["region"])
        return cleaned

    def _read_period(self, cleaned):
        try:
            reading = periods.read_period(cleaned["period"])
            cleaned["period"] = (periods.read_year(str(cleaned["year"])), reading.code)
        except Refused as refusal:
            self.add_error("period", refusal.message)

    def _read_ranks(self, written, province):
        names, rows = RegionNames(), []
        for number, line in enumerate(written.splitlines(), 1):
            if not line.strip():
                continue
            try:
                rows.append(_read_line(line.strip(), names, province))
            except Refused as refusal:
                message = _("Baris %(number)d: %(problem)s")
                self.add_error("ranks", message % {"number": number, "problem": refusal.message})
        return rows

    def release_fields(self):
        """The arguments of `evaluations.actions.record_release`."""
        fields = dict(self.cleaned_data)
        fields.pop("year")
        fields["period"] = take_period(*fields["period"], by=self.user)
        return fields


def _read_line(line, names, province):
    """(unit, rank, score or None) of "I Kerinci" or "1 Kerinci; 87,5"."""
    match = LINE.fullmatch(line)
    if match is None:
        raise Refused(
            "bad_rank_line", _('"%(line)s" tidak terbaca. Tulis misalnya: 1 Kerinci.') % {"line": line}
        )
    found = [unit for unit in names.find(match["name"], province) if unit.pk != province.pk]
    if len(found) != 1:
        pattern = (
            _('"%(name)s" tidak ditemukan di provinsi ini.')
            if not found
            else _('"%(name)s" dapat berarti beberapa daerah. Tulis Kabupaten atau Kota di depannya.')
        )
        raise Refused("unknown_region", pattern % {"name": match["name"]})
    rank = ROMAN.get(match["rank"]) or int(match["rank"])
    score = numbers.read_number(match["score"]).value if match["score"] else None
    return found[0], rank, score
