"""Finding a region the way people write it: by name, alias or code, with or without "Kabupaten"."""

import re

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, FilterSet

from regions.models import Unit
from regions.names import find_region

__all__ = ["RegionFilter", "regions_named", "units_named"]

_PROVINCE = re.compile(r"(?:provinsi|propinsi|prov|prop)(?:\.\s*|\s+)(.+)", re.IGNORECASE)
_KABUPATEN = re.compile(r"(?:kabupaten|kab)(?:\.\s*|\s+)(.+)", re.IGNORECASE)


def regions_named(text):
    """Provinces and regencies whose name, alias or code fits what a person typed, in whole or in part.

    A whole name is read as `regions.names` reads it ("batang hari", "Pemkab Bogor"); a part is looked for as
    it stands. A city is stored as "Kota Jambi", so only "Kabupaten" and "Provinsi" are taken off.
    """
    text = " ".join(text.split())
    whole = [unit.pk for unit in find_region(text)]
    if asked := _PROVINCE.fullmatch(text):
        part = Unit.objects.provinces().search(asked[1])
    elif asked := _KABUPATEN.fullmatch(text):
        part = Unit.objects.regencies().search(asked[1]).exclude(name__istartswith="kota ")
    else:
        part = Unit.objects.regions().search(text)
    return Unit.objects.filter(Q(pk__in=whole) | Q(pk__in=part.values("pk")))


def units_named(text):
    """Regions as `regions_named` finds them, and agencies whose own name, alias or code fits."""
    agencies = Unit.objects.agencies().search(" ".join(text.split()))
    return Unit.objects.filter(Q(pk__in=regions_named(text).values("pk")) | Q(pk__in=agencies.values("pk")))


class RegionFilter(FilterSet):
    """The search behind "cari daerah saya"."""

    q = CharFilter(
        label=_("Cari daerah saya"),
        method="named",
        max_length=100,
        widget=forms.TextInput(attrs={"class": "r-input", "autocomplete": "off"}),
    )

    class Meta:
        model = Unit
        fields = []

    def named(self, queryset, name, value):
        return queryset.filter(pk__in=regions_named(value).values("pk"))
