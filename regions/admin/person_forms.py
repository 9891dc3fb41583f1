"""What is asked when a person is invited, given work, or let go."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role, Scope
from accounts.models import User
from rakor.lib.dates import format_date
from records.admin_acts import ActForm, ReasonForm
from records.admin_base import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget
from records.forms import DateFormField, VersionedForm
from regions.labels import unit_label
from regions.models import Assignment
from regions.people import giving
from regions.people.inviting import email_holder, unusable_email
from regions.people.letters import work_of


class UnitChoiceField(forms.ModelChoiceField):
    def label_from_instance(self, unit):
        return unit_label(unit)


class GivenForm(ActForm):
    """An assignment as it is given: only pairs of role and scope that make sense, only units within reach."""

    given = forms.ChoiceField(
        label=gettext_lazy("Peran dan lingkup"),
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy("Operator mengisi laporan unitnya; verifikator menerimanya."),
    )
    unit = UnitChoiceField(
        None,
        label=gettext_lazy("Unit"),
        required=False,
        empty_label=gettext_lazy("Pilih"),
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy(
            "Daerah atau instansi tempat ia bertugas; kosong hanya untuk lingkup «Semua»."
        ),
    )
    rakor = forms.ChoiceField(
        label=gettext_lazy("Rakor"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy(
            "Hanya untuk lingkup «Rakor ini»: panitia satu Rakor, sampai tanggal tertentu."
        ),
    )
    office = forms.CharField(
        label=gettext_lazy("Jabatan"),
        required=False,
        max_length=150,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Bila ada, misalnya Plt. Kepala Dinas."),
    )
    starts_on = DateFormField(label=gettext_lazy("Mulai"), widget=UnfoldAdminTextInputWidget)
    ends_on = DateFormField(
        label=gettext_lazy("Hari terakhir"),
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Kosong bila belum ditentukan."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["given"].choices = offered_pairs(self.by)
        self.fields["unit"].queryset = giving.units_given_by(self.by)
        rakor = [(f"{giving.RAKOR}:{one.pk}", str(one)) for one in giving.rakor_given_by(self.by)]
        self.fields["rakor"].choices = [("", _("Pilih")), *rakor]
        self.initial.setdefault("given", f"{Role.OPERATOR}:{Scope.OWN_UNIT}")
        self.initial.setdefault("starts_on", format_date(timezone.localdate()))

    def clean(self):
        cleaned = super().clean()
        if not {"given", "starts_on", "ends_on", "unit", "rakor"} <= cleaned.keys():
            return cleaned
        role, _colon, scope = cleaned.pop("given").partition(":")
        assignment = Assignment(
            user=self.obj,
            role=role,
            scope=scope,
            object_ref=cleaned.pop("rakor"),
            **{name: cleaned.pop(name, None) for name in ("unit", "starts_on", "ends_on")},
            office=cleaned.pop("office", ""),
        )
        for field, sentence in giving.objections(assignment, by=self.by).items():
            self.add_error("given" if field == "scope" else field, sentence)
        return cleaned | {"assignment": assignment}


def offered_pairs(giver):
    """Role and scope in one list, so that no pair that makes no sense can be chosen."""
    return [
        (role.label, [(f"{role}:{scope}", f"{role.label} · {scope.label}") for scope in map(Scope, scopes)])
        for role, scopes in giving.pairs_given_by(giver)
        if scopes
    ]


class InviteForm(GivenForm):
    """ "Undang orang": who, and what for."""

    name = forms.CharField(
        label=gettext_lazy("Nama lengkap dan gelar"), max_length=150, widget=UnfoldAdminTextInputWidget
    )
    email = forms.EmailField(
        label=gettext_lazy("Surel"),
        required=False,
        widget=UnfoldAdminTextInputWidget({"type": "email", "autocomplete": "off"}),
        help_text=gettext_lazy("Untuk masuk dan menerima undangan; tidak pernah ditampilkan kepada umum."),
    )
    username = forms.CharField(
        label=gettext_lazy("Nama akun"),
        required=False,
        max_length=150,
        validators=User._meta.get_field("username").validators,
        widget=UnfoldAdminTextInputWidget({"autocomplete": "off"}),
        help_text=gettext_lazy(
            "Kosongkan bila surelnya diisi: dibuat dari namanya, misalnya contoh.abdullah."
        ),
    )
    field_order = ("name", "email", "username")

    def clean_email(self):
        return self.cleaned_data["email"].lower()


class EndForm(ReasonForm):
    """Which assignment ends, when, and why."""

    assignment = forms.ModelChoiceField(
        None, label=gettext_lazy("Penugasan"), empty_label=None, widget=UnfoldAdminSelectWidget
    )
    last_day = DateFormField(
        label=gettext_lazy("Hari terakhir"),
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Hari ini atau sebelumnya: haknya berakhir seketika."),
    )
    field_order = ("assignment", "last_day", "reason")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        standing = self.obj.assignments.in_force_or_later(timezone.localdate()).select_related(
            "unit__parent", "user"
        )
        self.fields["assignment"].queryset = standing
        self.fields["assignment"].label_from_instance = work_of
        self.initial.setdefault("last_day", format_date(timezone.localdate()))


class PersonForm(VersionedForm):
    """The person's own page. A clash with somebody out of sight says nothing about who that is."""

    by = None
    """Set on the form class by the admin, per request."""

    def clean_email(self):
        email = self.cleaned_data["email"].lower()
        if email and email != (self.instance.email or "").lower():
            is_taken, holder = email_holder(email, by=self.by)
            if holder:
                raise ValidationError(_("Surel ini sudah dipakai %(person)s.") % {"person": holder})
            if is_taken:
                raise ValidationError(unusable_email())
        return email

    def clean_username(self):
        username = self.cleaned_data["username"]
        others = User.objects.exclude(pk=self.instance.pk).filter(username__iexact=username)
        if others.exists():
            raise ValidationError(_("Nama akun ini tidak dapat dipakai. Pilih yang lain."))
        return username
