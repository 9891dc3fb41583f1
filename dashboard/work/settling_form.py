"""What is typed to settle figures: for each which value and why it differed; once the reason and where."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from dashboard.selectors.differences import said_words
from meetings.choices import OutcomeKind, RakorState
from meetings.models import Outcome, Rakor
from programs.choices import Cause, State, Verdict
from programs.settling import Agreed
from rakor.lib.dates import format_date
from rakor.lib.formfields import FigureFormField
from records.forms import DateFormField

OTHER = "lain"
OUTSIDE, NEW = "", "baru"
MOST = 50


class FigureForm(forms.Form):
    """One figure. `versi` is the version at which its sources were looked at."""

    versi = forms.IntegerField(widget=forms.HiddenInput)
    angka = forms.ChoiceField(
        label=gettext_lazy("Angka yang disepakati"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Pilih angkanya.")},
    )
    nilai = FigureFormField(
        label=gettext_lazy("Angka lain"),
        required=False,
        widget=forms.TextInput(attrs={"class": "r-input r-input--n"}),
    )
    sebab = forms.ChoiceField(
        label=gettext_lazy("Penyebab"),
        choices=[("", gettext_lazy("Pilih")), *Cause.choices],
        error_messages={"required": gettext_lazy("Pilih penyebabnya.")},
        widget=forms.Select(attrs={"class": "r-input"}),
    )

    def __init__(self, difference, data=None):
        self.difference = difference
        seen = {"versi": difference.version, "sebab": difference.likely_cause}
        super().__init__(data, prefix=f"d{difference.pk}", initial=seen)
        self.said = {str(one.pk): one for one in sayings_of(difference)}
        self.fields["angka"].choices = [
            *((key, choice_words(one)) for key, one in self.said.items()),
            (OTHER, _("Angka lain yang disepakati")),
        ]

    def clean(self):
        given = super().clean()
        is_other = given.get("angka") == OTHER
        if is_other and given.get("nilai") is None and "nilai" not in self.errors:
            self.add_error("nilai", _("Tulis angka yang disepakati."))
        elif not is_other and given.get("angka") and given.get("nilai") is not None:
            self.add_error("nilai", _("Pilih «Angka lain yang disepakati», atau kosongkan isian ini."))
        return given

    def agreed(self):
        """What was agreed, of the difference as it was seen."""
        given = self.cleaned_data
        self.difference.version = given["versi"]
        said = self.said.get(given["angka"])
        return Agreed(
            self.difference, given["sebab"], observation=said, value=None if said else given["nilai"]
        )

    def value(self):
        """The figure chosen so far; None where it cannot be told yet."""
        given = self.cleaned_data
        said = self.said.get(given.get("angka"))
        return said.value if said else given.get("nilai")

    def now_seen(self):
        """The same words again, by somebody who has now seen what stands; whether that is news."""
        name = self.add_prefix("versi")
        is_news = self.data.get(name) != str(self.difference.version)
        self.data = self.data.copy()
        self.data[name] = self.difference.version
        return is_news


def sayings_of(difference):
    """What may be agreed: figures of the sources compared that are in the indicator's unit, each once."""
    found = {}
    for one in difference.comparisons.all():
        found.setdefault(one.reference.pk, one.reference)
        if one.verdict != Verdict.OTHER_UNIT:
            found.setdefault(one.other.pk, one.other)
    return [said for said in found.values() if said.state == State.VALUE]


def choice_words(said):
    """ "Kementerian Sosial: 110, per 31 Desember 2024"."""
    words = f"{said.source}: {said_words(said)}"
    if not said.cut_off_on:
        return words
    return _("%(said)s, per %(day)s") % {"said": words, "day": format_date(said.cut_off_on)}


class SettlingForm(forms.Form):
    """What is said once for all of them."""

    alasan = forms.CharField(
        label=gettext_lazy("Alasan"),
        max_length=2000,
        help_text=gettext_lazy("Mengapa angka ini yang berlaku; dibaca siapa pun yang membuka angkanya."),
        error_messages={"required": gettext_lazy("Tulis alasannya.")},
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    ba_nomor = forms.CharField(label=gettext_lazy("Nomor berita acara"), required=False, max_length=80)
    ba_tanggal = DateFormField(label=gettext_lazy("Tanggal berita acara"), required=False)
    rumusan = forms.ChoiceField(
        label=gettext_lazy("Diputuskan pada"),
        required=False,
        help_text=gettext_lazy("Rumusan yang sudah tercatat, atau rumusan baru pada Rakor di bawah."),
    )
    rakor = forms.ChoiceField(label=gettext_lazy("Rakor untuk rumusan baru"), required=False)
    teks = forms.CharField(
        label=gettext_lazy("Isi rumusan baru"),
        required=False,
        help_text=gettext_lazy(
            "Tekan «Susun rumusan» untuk menyusunnya dari angka di atas, lalu ubah seperlunya."
        ),
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, user, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = {seen_as(one): one for one in outcomes_for(user)}
        self.meetings = {str(one.pk): one for one in meetings_for(user)}
        self.fields["rumusan"].choices = [
            (OUTSIDE, _("Di luar Rakor")),
            *([(NEW, _("Rumusan baru pada Rakor"))] if self.meetings else []),
            *((key, outcome_words(one)) for key, one in self.outcomes.items()),
        ]
        self.fields["rakor"].choices = [(key, rakor_words(one)) for key, one in self.meetings.items()]
        if not self.meetings:
            del self.fields["rakor"], self.fields["teks"]
        for field in self.fields.values():
            field.widget.attrs["class"] = "r-input"

    def clean_ba_tanggal(self):
        day = self.cleaned_data["ba_tanggal"]
        if day and day > timezone.localdate():
            raise forms.ValidationError(_("Tanggal ini belum tiba."), code="in_future")
        return day

    def clean(self):
        given = super().clean()
        if given.get("rumusan") == NEW and not given.get("teks", "").strip():
            self.add_error("teks", _("Tulis rumusannya, atau tekan «Susun rumusan»."))
        return given

    def place(self):
        """Where it was agreed, as `meetings.settling.settle_at_rakor` takes it."""
        given = self.cleaned_data
        if given["rumusan"] == NEW:
            return {"rakor": self.meetings[given["rakor"]], "text": given["teks"]}
        return {"outcome": self.outcomes.get(given["rumusan"])}


def outcomes_for(user):
    """Outcomes that settle differences and do not say yet which."""
    found = Outcome.objects.visible_to(user).filter(kind=OutcomeKind.SETTLEMENT, settlement__isnull=True)
    return found.select_related("rakor").order_by("-rakor__starts_on", "-rakor_id", "number")[:MOST]


def meetings_for(user):
    """Rakor that this person keeps and that have begun: what was agreed there may still be written down."""
    begun = Rakor.objects.editable_by(user).filter(
        state__in=(RakorState.SCHEDULED, RakorState.HELD), starts_on__lte=timezone.localdate()
    )
    return begun.order_by("-starts_on", "-pk")[:MOST]


def seen_as(outcome):
    return f"{outcome.pk}.{outcome.version}"


def outcome_words(outcome):
    words = {"number": outcome.number, "rakor": rakor_words(outcome.rakor)}
    return _("Rumusan %(number)d, %(rakor)s") % words


def rakor_words(rakor):
    return _("%(title)s, %(day)s") % {"title": rakor.title, "day": format_date(rakor.starts_on)}
