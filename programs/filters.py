"""What officials may narrow the lists of reports and of differences by."""

from datetime import timedelta

from django import forms
from django.db.models import F, Q
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet, ModelChoiceFilter

from programs.choices import DifferenceState, ReportState
from programs.models import Difference, Indicator, Period, Program, Report
from rakor.lib.formfields import FigureFormField
from regions.filters import units_named

__all__ = ["DifferenceFilter", "ReportFilter", "SyncFilter"]

INPUT = {"class": "r-input"}


def periods_reported(request):
    """Those that a person has a report for."""
    return Period.objects.filter(pk__in=Report.objects.visible_to(request.user).values("period"))


class TabbedFilter(FilterSet):
    """A list whose tabs count it."""

    def without(self, name):
        """The list as it would be without one of its conditions: what the tabs of that condition count."""
        self.form.is_valid()
        queryset = self.queryset.all()
        for key, value in self.form.cleaned_data.items():
            if key != name:
                queryset = self.filters[key].filter(queryset, value)
        return queryset

    def narrows(self, *besides):
        """Whether somebody asked for less than everything, `besides` these conditions."""
        self.form.is_valid()
        return any(value for key, value in self.form.cleaned_data.items() if key not in besides)


class ReportFilter(TabbedFilter):
    # Chosen by tabs; the form only carries it along.
    keadaan = ChoiceFilter(field_name="state", choices=ReportState.choices, widget=forms.HiddenInput)
    periode = ModelChoiceFilter(
        field_name="period",
        label=_("Periode"),
        queryset=periods_reported,
        empty_label=_("Semua"),
        widget=forms.Select(attrs={"class": "r-input"}),
    )

    class Meta:
        model = Report
        fields = []


def pick_filter(field_name, label, queryset):
    return ModelChoiceFilter(
        field_name=field_name,
        label=label,
        queryset=queryset,
        empty_label=_("Semua"),
        widget=forms.Select(attrs=INPUT),
    )


class PercentFilter(Filter):
    field_class = FigureFormField


class DaysFilter(Filter):
    field_class = forms.IntegerField


class SyncFilter(TabbedFilter):
    """What figures of several sources are about."""

    program = pick_filter(
        "measurement__report__program", _("Program"), lambda request: Program.objects.visible_to(request.user)
    )
    periode = pick_filter("measurement__period", _("Periode"), lambda request: Period.objects.all())
    indikator = pick_filter(
        "measurement__indicator",
        _("Indikator"),
        lambda request: Indicator.objects.visible_to(request.user).order_by("name", "pk"),
    )
    daerah = CharFilter(
        label=_("Daerah atau instansi"),
        method="named",
        max_length=100,
        widget=forms.TextInput(attrs=INPUT),
    )

    class Meta:
        model = Difference
        fields = []

    @cached_property
    def units(self):
        """Those that the name fits, sought once though the tabs are counted apart from the list."""
        return list(units_named(self.form.cleaned_data["daerah"]).values_list("pk", flat=True))

    def named(self, queryset, name, value):
        return queryset.filter(measurement__unit__in=self.units)


class DifferenceFilter(SyncFilter):
    """Sources that differ, by what they are about, how far they are apart, and since when."""

    LARGEST, OLDEST = "selisih", "umur"
    # A gap from zero has no per cent; nothing is larger.
    ORDERS = {LARGEST: (F("gap_percent").desc(nulls_first=True), "-pk"), OLDEST: ("opened_at", "pk")}

    # Chosen by tabs; the form only carries it along.
    keadaan = ChoiceFilter(method="standing", choices=DifferenceState.choices, widget=forms.HiddenInput)
    selisih = PercentFilter(
        label=_("Selisih lebih dari (%)"),
        method="wider",
        min_value=0,
        widget=forms.TextInput(attrs=INPUT),
    )
    umur = DaysFilter(
        label=_("Terbuka lebih dari (hari)"),
        method="older",
        min_value=0,
        max_value=36500,
        widget=forms.TextInput(attrs=INPUT | {"inputmode": "numeric"}),
    )
    urut = ChoiceFilter(
        label=_("Urutkan"),
        method="in_order",
        choices=[(LARGEST, _("Selisih terbesar")), (OLDEST, _("Terlama terbuka"))],
        empty_label=None,
        widget=forms.Select(attrs=INPUT),
    )

    class Meta:
        model = Difference
        fields = []

    def standing(self, queryset, name, value):
        """One source alone is in sync with nothing; such a row has no gap, and the index knows its size."""
        found = queryset.filter(state=value)
        return found.filter(gap_percent__isnull=False) if value == DifferenceState.IN_SYNC else found

    def wider(self, queryset, name, value):
        """A gap from zero is wider than any per cent."""
        from_zero = Q(gap_percent__isnull=True, gap__isnull=False)
        return queryset.filter(Q(gap_percent__gt=value) | from_zero)

    def older(self, queryset, name, value):
        return queryset.filter(opened_at__lt=timezone.now() - timedelta(days=value))

    def in_order(self, queryset, name, value):
        return queryset.order_by(*self.ORDERS[value])
