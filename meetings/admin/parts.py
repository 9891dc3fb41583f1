"""Forms of what is in a Rakor. Each part is as open as the whole unless it is made stricter."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions import refuse_early_due
from meetings.admin.rows import RowChoiceField
from meetings.models import AgendaItem, Document, Figure, FollowUp, Invitation, Issue, Outcome, Role
from records.admin_base import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget, UnfoldBooleanWidget
from records.choices import Visibility
from records.forms import UploadFormField
from records.refusals import ActionRefused
from records.uploads import ALLOWED
from regions.choices import UnitKind

LIKE_WHOLE = ""
ROLE_WORDS = "name prefix office"


def role_field(label):
    return RowChoiceField(Role.objects.none(), prefix="roles", describe=ROLE_WORDS, label=label)


def issue_field(label):
    return RowChoiceField(Issue.objects.none(), prefix="issues", describe="title", label=label)


class WholeFormSet:
    """A formset whose forms know the whole that they are part of."""

    def get_form_kwargs(self, index):
        return {**super().get_form_kwargs(index), "whole": self.instance}


class RowForm(forms.ModelForm):
    """A row of the Rakor form; `whole` is the Rakor, or the outcome for its follow-ups."""

    may_unveil = False
    """Set per request: whether the person may write, and read again, what is `rahasia`."""

    def __init__(self, *args, whole=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.whole = whole
        if "order" in self.fields:
            self.fields["order"].required = False

    def clean_order(self):
        """Rows are put in order by hand; one without a place goes last when it is saved."""
        return self.cleaned_data["order"] or self.instance.order or 0


class PartForm(RowForm):
    visibility = forms.ChoiceField(
        label=gettext_lazy("Keterbukaan"), required=False, widget=UnfoldAdminSelectWidget
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "visibility" not in self.fields:
            return
        stricter = [Visibility.RESTRICTED] + [Visibility.SECRET] * self.may_unveil
        self.fields["visibility"].choices = [
            (LIKE_WHOLE, self.like_whole),
            *((value.value, value.label) for value in stricter),
        ]
        if self.instance.visibility == getattr(self.whole, "visibility", Visibility.PUBLIC):
            self.initial["visibility"] = LIKE_WHOLE

    like_whole = gettext_lazy("Seperti Rakor")

    def clean_visibility(self):
        limit = Visibility(self.whole.visibility or Visibility.PUBLIC)
        value = Visibility(self.cleaned_data["visibility"] or limit)
        if value.strictness < limit.strictness:
            message = _("Lebih longgar daripada Rakornya («%(limit)s»). Pilih yang sama atau lebih ketat.")
            raise ValidationError(message % {"limit": limit.label}, code="too_open")
        return value


class RoleForm(RowForm):
    principal = RowChoiceField(
        Role.objects.none(),
        prefix="roles",
        describe=ROLE_WORDS,
        label=gettext_lazy("Untuk"),
        help_text=gettext_lazy("Pejabat yang diwakili, atau yang bertindak melalui orang ini."),
    )

    class Meta:
        model = Role
        fields = ("kind", "name", "prefix", "office", "unit", "representation", "principal", "order")

    def clean(self):
        cleaned = super().clean()
        principal = cleaned.get("principal")
        if cleaned.get("representation") and not principal:
            self.add_error("principal", _("Pilih pejabat yang diwakili."))
        if principal is self.instance or (principal and principal.pk and principal.pk == self.instance.pk):
            self.add_error("principal", _("Pilih orang lain, bukan baris ini sendiri."))
        return cleaned

    def _get_validation_exclusions(self):
        # A principal typed on the same form has no key yet; clean() has looked at it.
        return super()._get_validation_exclusions() | {"principal", "representation"}


class AgendaForm(PartForm):
    speaker = role_field(gettext_lazy("Oleh"))
    issue = issue_field(gettext_lazy("Permasalahan"))

    class Meta:
        model = AgendaItem
        fields = ("title", "starts_time", "speaker", "issue", "note", "visibility", "order")


class IssueForm(PartForm):
    class Meta:
        model = Issue
        fields = ("title", "cause", "competent_unit", "units", "state", "note", "visibility", "order")


class InvitationForm(RowForm):
    """`all_regencies` stands for the province whose regencies the group covers: that of the Rakor."""

    all_regencies = forms.BooleanField(
        label=gettext_lazy("Kab/kota"), required=False, widget=UnfoldBooleanWidget
    )

    class Meta:
        model = Invitation
        fields = ("unit", "group", "expected", "attended", "attendance", "represented_by")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["all_regencies"] = bool(self.instance.regencies_of_id)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("all_regencies"):
            region = self.whole.region if self.whole.region_id else None
            if region is None or region.kind != UnitKind.PROVINCE:
                self.add_error("all_regencies", _("Hanya untuk Rakor yang wilayahnya satu provinsi."))
            elif cleaned.get("unit"):
                self.add_error("all_regencies", _("Untuk kelompok, bukan untuk satu unit."))
            else:
                self.instance.regencies_of = self.instance.regencies_of or region
                # Who marks all regencies means a group, whether or not it was given a name.
                cleaned["group"] = cleaned.get("group") or _("Seluruh kabupaten/kota")
        else:
            self.instance.regencies_of = None
        return cleaned


class OutcomeForm(PartForm):
    by_role = role_field(gettext_lazy("Oleh"))
    issue = issue_field(gettext_lazy("Permasalahan"))

    class Meta:
        model = Outcome
        fields = ("kind", "text", "by_role", "issue", "visibility")


class FollowUpForm(PartForm):
    like_whole = gettext_lazy("Seperti rumusannya")

    class Meta:
        model = FollowUp
        fields = ("what", "responsible", "due_on", "supporting", "indicator", "priority", "visibility")

    def clean_due_on(self):
        due_on = self.cleaned_data["due_on"]
        rakor = getattr(self.whole, "rakor", None)
        if due_on and rakor and rakor.starts_on:
            try:
                refuse_early_due(due_on, rakor.starts_on)
            except ActionRefused as refusal:
                raise ValidationError(refusal.message, code=refusal.code) from None
        return due_on


class DocumentForm(PartForm):
    """A file or a link; the file is looked into before it is kept."""

    upload = UploadFormField(
        label=gettext_lazy("Berkas"),
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text=format_lazy(gettext_lazy("Paling besar 20 MB: {allowed}."), allowed=ALLOWED),
    )

    class Meta:
        model = Document
        fields = ("kind", "title", "number", "dated_on", "url", "visibility")

    def clean(self):
        cleaned = super().clean()
        failed = "upload" in self.errors or "url" in self.errors
        if not (cleaned.get("upload") or cleaned.get("url") or self.instance.file_id or failed):
            self.add_error("upload", _("Unggah berkas, atau tulis tautannya."))
        return cleaned


class FigureForm(PartForm):
    by_role = role_field(gettext_lazy("Oleh"))

    class Meta:
        model = Figure
        fields = (
            "label", "qualifier", "value", "measure_unit", "nature", "period", "previous_value",
            "previous_period", "by_role", "as_printed", "visibility", "order",
        )  # fmt: skip
