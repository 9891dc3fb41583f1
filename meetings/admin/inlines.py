"""The tabs of a Rakor: each part of the meeting in rows, follow-ups under their outcome."""

from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from meetings.admin.parts import (
    AgendaForm,
    DocumentForm,
    FigureForm,
    FollowUpForm,
    InvitationForm,
    IssueForm,
    OutcomeForm,
    PartForm,
    RoleForm,
    WholeFormSet,
)
from meetings.models import (
    AgendaItem,
    Agreement,
    AgreementParty,
    Document,
    Figure,
    FollowUp,
    Invitation,
    Issue,
    Outcome,
    Role,
)
from records.admin_base import Inline, StackedRecordInline, display
from records.choices import Visibility


class PartFormSet(WholeFormSet, StackedRecordInline.formset):
    pass


class InvitationFormSet(PartFormSet):
    def clean(self):
        """A unit stands once on the list; the database says so too, but only when it is too late to mend."""
        super().clean()
        seen = set()
        for row in self.forms:
            unit = getattr(row, "cleaned_data", {}).get("unit")
            if unit is None or row in self.deleted_forms:
                continue
            if unit.pk in seen:
                row.add_error("unit", _("Unit ini sudah ada pada daftar undangan."))
            seen.add(unit.pk)


class Part:
    """One tab. A new Rakor shows one empty row ready to be typed into."""

    formset = PartFormSet
    ready_rows = 1

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj and obj.pk else self.ready_rows

    def get_queryset(self, request):
        """The Rakor itself was looked up within reach; of its parts only secrets are still to be left out."""
        rows = self.model._default_manager.all()
        is_open = not hasattr(self.model, "visibility") or getattr(request, "_is_unveiled", False)
        return rows if is_open else rows.exclude(visibility=Visibility.SECRET)

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.form.may_unveil = may_unveil(request.user)
        return formset


def may_unveil(user):
    """Whether a person can write what is `rahasia` and still find it afterwards."""
    return user.has_perm("meetings.unveil_rakor")


class Ordered:
    ordering_field = "order"
    hide_ordering_field = True


def file_link(address, stored):
    words = "text-primary-600 underline dark:text-primary-500"
    return format_html('<a class="{}" href="{}">{}</a>', words, address, stored.original_name)


class RoleInline(Ordered, Part, StackedRecordInline):
    model = Role
    form = RoleForm
    verbose_name_plural = _("Peran")
    autocomplete_fields = ("unit",)
    fields = (("kind", "prefix", "office"), ("name", "unit"), ("representation", "principal"), "order")


class AgendaInline(Ordered, Part, StackedRecordInline):
    model = AgendaItem
    form = AgendaForm
    verbose_name_plural = _("Agenda")
    fields = (("title", "starts_time"), ("speaker", "issue", "visibility"), "note", "order")


class IssueInline(Ordered, Part, StackedRecordInline):
    model = Issue
    form = IssueForm
    verbose_name_plural = _("Permasalahan")
    autocomplete_fields = ("competent_unit", "units")
    fields = ("title", "cause", ("competent_unit", "units"), ("state", "visibility"), "note", "order")


class InvitationInline(Part, Inline):
    model = Invitation
    form = InvitationForm
    formset = InvitationFormSet
    verbose_name_plural = _("Undangan")
    autocomplete_fields = ("unit",)
    fields = (
        "unit",
        "group",
        "all_regencies",
        "expected",
        "attended",
        "attendance",
        "represented_by",
    )


class FollowUpInline(Part, StackedRecordInline):
    model = FollowUp
    form = FollowUpForm
    verbose_name_plural = _("Tindak lanjut")
    autocomplete_fields = ("responsible", "supporting", "indicator")
    readonly_fields = ("number",)
    fields = (
        "what",
        ("responsible", "due_on"),
        ("supporting", "indicator"),
        ("priority", "visibility", "number"),
    )

    @display(description=_("nomor rujukan"))
    def number(self, follow_up):
        return follow_up.reference or _("diberi saat disimpan")


class OutcomeInline(Part, StackedRecordInline):
    model = Outcome
    form = OutcomeForm
    verbose_name_plural = _("Rumusan hasil")
    inlines = (FollowUpInline,)
    fields = (("kind", "by_role"), "text", ("issue", "visibility"))


class DocumentInline(Part, StackedRecordInline):
    model = Document
    form = DocumentForm
    verbose_name_plural = _("Dokumen")
    ready_rows = 0
    readonly_fields = ("kept",)
    fields = (("kind", "title"), ("upload", "url", "kept"), ("number", "dated_on", "visibility"))

    @display(description=_("berkas tersimpan"))
    def kept(self, document):
        if not document.file_id:
            return "—"
        return file_link(reverse("admin:meetings_rakor_document", args=[document.pk]), document.file)


class FigureInline(Ordered, Part, StackedRecordInline):
    model = Figure
    form = FigureForm
    verbose_name_plural = _("Angka")
    ready_rows = 0
    fields = (
        "label",
        ("qualifier", "value", "measure_unit", "period"),
        ("nature", "previous_value", "previous_period"),
        ("by_role", "visibility"),
        "as_printed",
        "order",
    )


class PartyInline(Ordered, Part, Inline):
    model = AgreementParty
    verbose_name_plural = _("Para pihak")
    autocomplete_fields = ("unit",)
    fields = ("side", "unit", "order")
    formset = Inline.formset
    ready_rows = 2


class AgreementInline(Part, StackedRecordInline):
    model = Agreement
    form = PartForm
    verbose_name_plural = _("Nota kesepakatan")
    inlines = (PartyInline,)
    ready_rows = 0
    fields = ("title", ("number", "signed_on"), ("valid_from", "valid_to", "visibility"), "note")


RAKOR_INLINES = (
    RoleInline,
    AgendaInline,
    IssueInline,
    InvitationInline,
    OutcomeInline,
    DocumentInline,
    FigureInline,
    AgreementInline,
)
