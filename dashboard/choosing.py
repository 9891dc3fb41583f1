"""What of a long table a page shows: a period, a province. An unknown choice is told, and counts for none."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from regions.models import Unit


@dataclass(frozen=True)
class Choice:
    """What is shown, and the form in which it was chosen."""

    form: forms.Form
    period: object = None
    province: Unit | None = None


def select(label, choices, empty):
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[("", empty), *choices],
        error_messages={"invalid_choice": _('"%(value)s" tidak dikenal. Pilih dari daftar.')},
        widget=forms.Select(attrs={"class": "r-input"}),
    )


class ChoiceForm(forms.Form):
    """A field for each thing of which there are several."""

    def __init__(self, data, periods, provinces):
        super().__init__(data)
        if len(periods) > 1:
            named = [(period_key(one), str(one)) for one in periods]
            self.fields["periode"] = select(_("Periode"), named, _("Terbaru"))
        if len(provinces) > 1:
            named = [(one.code, one.name) for one in provinces]
            self.fields["provinsi"] = select(_("Provinsi"), named, _("Semua"))

    def chosen(self, field):
        return self.cleaned_data.get(field) if self.is_valid() or field not in self.errors else ""


def choose(request, periods=(), provinces=()):
    """The period and the province that an address names; the first of `periods` where it names none."""
    form = ChoiceForm(request.GET, periods, provinces)
    period, province = form.chosen("periode"), form.chosen("provinsi")
    by_key = {period_key(one): one for one in periods}
    by_code = {one.code: one for one in provinces}
    return Choice(form, by_key.get(period, periods[0] if periods else None), by_code.get(province))


def period_key(period):
    """ "2022-B12"."""
    return f"{period.year}-{period.code}"
