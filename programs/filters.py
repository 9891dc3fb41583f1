"""What officials may narrow the list of reports by."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet, ModelChoiceFilter

from programs.choices import ReportState
from programs.models import Period, Report

__all__ = ["ReportFilter"]


def periods_reported(request):
    """Those that a person has a report for."""
    return Period.objects.filter(pk__in=Report.objects.visible_to(request.user).values("period"))


class ReportFilter(FilterSet):
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

    def without(self, name):
        """The list as it would be without one of its conditions: what the tabs of that condition count."""
        self.form.is_valid()
        queryset = self.queryset.all()
        for key, value in self.form.cleaned_data.items():
            if key != name:
                queryset = self.filters[key].filter(queryset, value)
        return queryset
