"""Filters of /kerja/ where they differ from the public list of the same things."""

from django import forms

from meetings.choices import Timing
from meetings.filters import FollowUpFilter, choice_filter
from meetings.models import FollowUp

EVERYTHING = "semua"


class WorkFollowUpFilter(FollowUpFilter):
    """Two conditions are chosen by tabs; the form only carries them along."""

    keadaan = choice_filter("", choices=Timing.choices, field_name="timing")
    lingkup = choice_filter("", choices=[(EVERYTHING, EVERYTHING)], method="within")

    class Meta:
        model = FollowUp
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in ("keadaan", "lingkup"):
            self.form.fields[name].widget = forms.HiddenInput()

    def within(self, queryset, name, value):
        """The view has chosen already: it alone knows what is whose."""
        return queryset
