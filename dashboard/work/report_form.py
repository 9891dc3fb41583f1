"""What is typed for one indicator: a figure, or why there is none, and a remark."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from programs.choices import State
from programs.entering import Entry, Fact
from rakor.lib.formfields import FigureFormField

STATES = [(State.VALUE, gettext_lazy("Ada angka")), *[one for one in State.choices if one[0] != State.VALUE]]


class LineForm(forms.Form):
    """`dilihat` is the observation that the figure rested on when the page was opened."""

    nilai = FigureFormField(
        label=gettext_lazy("Realisasi"),
        required=False,
        widget=forms.TextInput(attrs={"class": "r-input r-input--n"}),
    )
    keadaan = forms.ChoiceField(
        label=gettext_lazy("Keadaan"), choices=STATES, widget=forms.Select(attrs={"class": "r-input"})
    )
    catatan = forms.CharField(
        label=gettext_lazy("Keterangan"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"class": "r-input", "rows": 2}),
    )
    dilihat = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, line, data=None):
        self.indicator = line.indicator
        self.stored = line.measurement
        super().__init__(data, prefix=line.anchor, initial=initial_of(line.measurement))
        self.fields["nilai"].widget.attrs["aria-describedby"] = f"{line.anchor}-h"

    def clean(self):
        given = super().clean()
        value, state = given.get("nilai"), given.get("keadaan")
        if "nilai" in self.errors or not state:
            return given
        if value is not None and state != State.VALUE:
            message = _("Isi angka atau pilih keadaannya, tidak keduanya.")
            self.add_error("nilai", message)
        elif value is None and state == State.VALUE and self.had_value(given.get("dilihat")):
            message = _("Angkanya kosong. Isi angka, atau buka «Tidak ada angka?» dan pilih keadaannya.")
            self.add_error("nilai", message)
        return given

    def had_value(self, seen):
        """Whether the writer emptied what stands; what somebody else filled meanwhile is another matter."""
        stored = self.stored
        return stored is not None and stored.state != State.NOT_REPORTED and stored.chosen_id == seen

    def entry(self):
        """What was typed; an empty line says that nothing was reported yet."""
        given = self.cleaned_data
        state = given["keadaan"]
        if state == State.VALUE and given["nilai"] is None:
            state = State.NOT_REPORTED
        fact = Fact(state, given["nilai"], given["catatan"].strip())
        return Entry(self.indicator, fact, given["dilihat"])

    def now_seen(self):
        """The same words again, written by somebody who has now seen what stands."""
        self.data = self.data.copy()
        self.data[self.add_prefix("dilihat")] = (self.stored and self.stored.chosen_id) or ""


def initial_of(measurement):
    if measurement is None:
        return {"keadaan": State.VALUE}
    empty = measurement.state == State.NOT_REPORTED
    return {
        "nilai": measurement.value,
        "keadaan": State.VALUE if empty else measurement.state,
        "catatan": measurement.note,
        "dilihat": measurement.chosen_id,
    }
