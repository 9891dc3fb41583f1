"""What the board of reports shows: one program and one period at a time."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, FilterSet, ModelChoiceFilter

from programs.models import Deadline, Period, Program

__all__ = ["BoardFilter", "shown_deadline"]

SELECT = {"class": "r-input"}
PATHS = {"program": "schedule__program", "tahun": "schedule__year", "periode": "period"}


def shown_deadline(deadlines, asked, today):
    """The deadline that the address names. What of it does not go together gives way, the last named first,
    to what fell due last; None where there is no calendar."""
    for name, path in PATHS.items():
        value = asked.get(name, "")
        if value.isdecimal() and len(value) < 10:
            found = deadlines.filter(**{path: value})
            deadlines = found if found.exists() else deadlines
    deadlines = deadlines.select_related("schedule__program", "period")
    fallen = deadlines.filter(due_on__lte=today).order_by("-due_on", "-period__ends_on", "pk").first()
    return fallen or deadlines.order_by("due_on", "pk").first()


class BoardFilter(FilterSet):
    """The three choices; years are those of the program, periods those of the program and year."""

    program = ModelChoiceFilter(
        field_name="schedule__program",
        label=_("Program"),
        queryset=Program.objects.none(),
        empty_label=None,
        widget=forms.Select(attrs=SELECT),
    )
    tahun = ChoiceFilter(
        field_name="schedule__year", label=_("Tahun"), empty_label=None, widget=forms.Select(attrs=SELECT)
    )
    periode = ModelChoiceFilter(
        field_name="period",
        label=_("Periode"),
        queryset=Period.objects.none(),
        empty_label=None,
        widget=forms.Select(attrs=SELECT),
    )

    class Meta:
        model = Deadline
        fields = []

    def __init__(self, deadlines, shown, **options):
        """`shown`: the deadline whose choices stand in the form."""
        schedule = shown.schedule
        data = {"program": schedule.program_id, "tahun": schedule.year, "periode": shown.period_id}
        super().__init__(data, deadlines, **options)
        of_program = deadlines.filter(schedule__program=schedule.program_id)
        years = of_program.order_by("-schedule__year").values_list("schedule__year", flat=True).distinct()
        of_year = of_program.filter(schedule__year=schedule.year)
        self.filters["program"].queryset = Program.objects.filter(
            pk__in=deadlines.values("schedule__program")
        ).order_by("name", "pk")
        self.filters["tahun"].extra["choices"] = [(year, year) for year in years]
        self.filters["periode"].queryset = Period.objects.filter(pk__in=of_year.values("period")).order_by(
            "starts_on", "ends_on"
        )
