"""What a visitor may narrow the list of rankings by: words and codes, so that an address says its page."""

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet

from evaluations.choices import ReleaseKind
from evaluations.models import Release

__all__ = ["ReleaseFilter"]

MOST_WORDS = 6
"""Words of a search that are looked at; each costs a condition over every text."""


def choice_filter(label, field_name):
    return ChoiceFilter(
        label=label,
        field_name=field_name,
        empty_label=_("Semua"),
        widget=forms.Select(attrs={"class": "r-input"}),
    )


class ReleaseFilter(FilterSet):
    """Offers only the years, programs and provinces that have a ranking. Three queries for the choices."""

    q = CharFilter(
        label=_("Kata dalam judul atau program"),
        method="containing",
        max_length=100,
        widget=forms.TextInput(attrs={"class": "r-input"}),
    )
    tahun = choice_filter(_("Tahun"), "period__year")
    program = choice_filter(_("Program"), "program__code")
    provinsi = choice_filter(_("Provinsi"), "region__code")
    jenis = choice_filter(_("Jenis"), "kind")

    class Meta:
        model = Release
        fields = []

    def __init__(self, data=None, queryset=None, **kwargs):
        super().__init__(data, queryset, **kwargs)
        offered = self.queryset.order_by()
        years = offered.order_by("-period__year").values_list("period__year", flat=True).distinct()
        self._offer("tahun", [(str(year), str(year)) for year in years])
        self._offer("program", dict(_pairs(offered, "program__code", "program__name")).items())
        self._offer("provinsi", _pairs(offered, "region__code", "region__name"))
        self._offer("jenis", ReleaseKind.choices)

    def _offer(self, name, choices):
        self.filters[name].extra["choices"] = list(choices)

    def containing(self, queryset, name, value):
        for word in value.split()[:MOST_WORDS]:
            queryset = queryset.filter(
                Q(title__icontains=word)
                | Q(subject__icontains=word)
                | Q(program__name__icontains=word)
                | Q(program__short_name__icontains=word)
                | Q(region__name__icontains=word)
            )
        return queryset


def _pairs(releases, code, name):
    return releases.order_by(name).values_list(code, name).distinct()
