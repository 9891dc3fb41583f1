"""What a visitor may narrow the lists of Rakor and follow-ups by.

Every value is a word or a code, so that an address says what its page shows. Nothing here looks into what is
not public: a search must not tell that a hidden text holds a word.
"""

from django import forms
from django.db.models import Q
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, Filter, FilterSet

from meetings.choices import Timing
from meetings.models import FollowUp, Outcome, Rakor
from meetings.querysets import SHOWN_STATES
from programs.models import Indicator, Program
from rakor.lib.periods import EARLIEST_YEAR, LATEST_YEAR
from regions.filters import units_named

__all__ = ["FollowUpFilter", "RakorFilter", "of_units", "touching"]

MOST_WORDS = 6
"""Words of a search that are looked at; each costs a condition over every text."""


def touching(units):
    """Rakor in, hosted by, organised by or inviting some units or their agencies, or leaving them work."""
    work = FollowUp.objects.public().filter(of_units(units))
    belongs = Q(outcomes__follow_ups__in=work)
    for path in ("region", "host", "organiser", "invitations__unit"):
        belongs |= Q(**{f"{path}__in": units}) | Q(**{f"{path}__parent__in": units})
    belongs |= Q(invitations__regencies_of__in=units.regencies().values("parent"))
    return Q(pk__in=Rakor.objects.filter(belongs).values("pk"))


def of_units(units):
    """Follow-ups that some units, or anything below them, are responsible for."""
    return (
        Q(responsible__in=units) | Q(responsible__parent__in=units) | Q(responsible__parent__parent__in=units)
    )


def public_programs(code):
    return Program.objects.public().filter(code=code)


def about(code):
    """Rakor that went through a public program."""
    return Rakor.objects.filter(programs__in=public_programs(code))


class YearFilter(Filter):
    field_class = forms.IntegerField


def year_filter(field_name):
    return YearFilter(
        field_name=f"{field_name}__year",
        label=_("Tahun"),
        # Chosen by tabs; the form only carries it along.
        min_value=EARLIEST_YEAR,
        max_value=LATEST_YEAR,
        widget=forms.HiddenInput,
        error_messages={
            "invalid": _("Tulis tahun dengan empat angka, misalnya 2022."),
            "min_value": _("Tulis tahun dengan empat angka, misalnya 2022."),
            "max_value": _("Tulis tahun dengan empat angka, misalnya 2022."),
        },
    )


def text_filter(label, method):
    return CharFilter(
        label=label, method=method, max_length=100, widget=forms.TextInput(attrs={"class": "r-input"})
    )


def choice_filter(label, choices=(), **options):
    return ChoiceFilter(
        label=label,
        choices=choices,
        empty_label=_("Semua"),
        error_messages={"invalid_choice": _('"%(value)s" tidak dikenal. Pilih dari daftar.')},
        widget=forms.Select(attrs={"class": "r-input"}),
        **options,
    )


class MeetingsFilter(FilterSet):
    """What both lists share: an unknown value is named beside its field, and the other fields still count."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters["program"].extra["choices"] = self.program_choices

    @cached_property
    def program_choices(self):
        """Public programs by code; a code that two provinces use stands once."""
        return list(dict(Program.objects.public().order_by("name").values_list("code", "name")).items())

    def without(self, name):
        """The list as it would be without one of its conditions: what the tabs of that condition count."""
        self.form.is_valid()
        queryset = self.queryset.all()
        for key, value in self.form.cleaned_data.items():
            if key != name:
                queryset = self.filters[key].filter(queryset, value)
        return queryset


class RakorFilter(MeetingsFilter):
    q = text_filter(_("Kata dalam judul, tempat, atau rumusan"), "containing")
    tahun = year_filter("starts_on")
    program = choice_filter(_("Program"), method="of_program")
    daerah = text_filter(_("Daerah atau instansi"), "named")
    keadaan = choice_filter(
        _("Keadaan"),
        field_name="state",
        choices=[choice for choice in Rakor._meta.get_field("state").choices if choice[0] in SHOWN_STATES],
    )

    class Meta:
        model = Rakor
        fields = []

    def containing(self, queryset, name, value):
        for word in value.split()[:MOST_WORDS]:
            said = Outcome.objects.public().filter(text__icontains=word)
            queryset = queryset.filter(
                Q(title__icontains=word)
                | Q(venue__icontains=word)
                | Q(place__icontains=word)
                | Q(summary__icontains=word)
                | Q(pk__in=said.values("rakor"))
            )
        return queryset

    def of_program(self, queryset, name, value):
        return queryset.filter(pk__in=about(value).values("pk"))

    def named(self, queryset, name, value):
        return queryset.filter(touching(units_named(value)))


class FollowUpFilter(MeetingsFilter):
    """Expects rows with `timing`, that is `with_state(today)`."""

    q = text_filter(_("Kata dalam tindak lanjut atau rumusan"), "containing")
    tahun = year_filter("outcome__rakor__starts_on")
    program = choice_filter(_("Program"), method="of_program")
    daerah = text_filter(_("Daerah atau instansi"), "named")
    keadaan = choice_filter(_("Keadaan"), choices=Timing.choices, field_name="timing")

    class Meta:
        model = FollowUp
        fields = []

    def containing(self, queryset, name, value):
        for word in value.split()[:MOST_WORDS]:
            queryset = queryset.filter(
                Q(what__icontains=word)
                | Q(reference__icontains=word)
                | Q(responsible__name__icontains=word)
                | Q(outcome__text__icontains=word)
                | Q(outcome__rakor__title__icontains=word)
            )
        return queryset

    def of_program(self, queryset, name, value):
        """Meant to move an indicator of the program, or agreed at a Rakor about it."""
        indicators = Indicator.objects.public().filter(program__in=public_programs(value))
        return queryset.filter(Q(indicator__in=indicators) | Q(outcome__rakor__in=about(value)))

    def named(self, queryset, name, value):
        return queryset.filter(of_units(units_named(value)))
