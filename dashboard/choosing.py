"""What of a long table a page shows: a period, a province, a state; an unknown one is told, and none."""

from dataclasses import dataclass

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from dashboard.listing import Tab, address
from regions.models import Unit


@dataclass(frozen=True)
class Choice:
    """What was asked for, and the form in which it was chosen; None or "" where nothing was."""

    form: forms.Form
    period: object = None
    province: Unit | None = None
    state: str = ""


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

    def __init__(self, data, periods, provinces, states, usual):
        super().__init__(data)
        if len(periods) > 1:
            named = [(period_key(one), str(one)) for one in periods]
            self.fields["periode"] = select(_("Periode"), named, usual)
        if len(provinces) > 1:
            named = [(one.code, one.name) for one in provinces]
            self.fields["provinsi"] = select(_("Provinsi"), named, _("Semua"))
        if states:
            self.fields["keadaan"] = select(_("Keadaan"), states, _("Semua"))

    def chosen(self, field):
        self.is_valid()
        return self.cleaned_data.get(field, "")


def choose(request, periods=(), provinces=(), states=(), usual=""):
    """What an address names. `usual` says what is shown where it names no period."""
    form = ChoiceForm(request.GET, periods, provinces, states, usual or _("Semua"))
    by_key = {period_key(one): one for one in periods}
    by_code = {one.code: one for one in provinces}
    return Choice(
        form,
        by_key.get(form.chosen("periode")),
        by_code.get(form.chosen("provinsi")),
        form.chosen("keadaan"),
    )


def period_key(period):
    """ "2022-B12"."""
    return f"{period.year}-{period.code}"


def years_of(request, periods):
    """Tabs of the years that `periods` lie in, the year that is shown, and the newest period that has ended.

    The usual year is that of this newest period: what lies ahead is not what is asked about most.
    """
    years = sorted({period.year for period in periods}, reverse=True)
    today = timezone.localdate()
    newest = next((period for period in periods if period.ends_on < today), None)
    asked = request.GET.get("tahun", "")
    usual = newest.year if newest else years[0] if years else None
    year = int(asked) if asked.isdecimal() and int(asked) in years else usual
    tabs = [Tab(str(one), address(request, tahun=one), None, one == year) for one in years]
    return tabs, year, newest
