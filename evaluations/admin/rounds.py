"""Rounds: computed by one person, determined and published by another."""

from django import forms
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from evaluations import actions
from evaluations.choices import RoundState
from evaluations.models import Round, Score
from meetings.models import Rakor
from records.admin_acts import ActForm, Acting, ReasonForm, act
from records.admin_base import (
    ActionVariant,
    Inline,
    RecordAdmin,
    RelatedDropdownFilter,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    display,
)
from records.forms import DateFormField


class BasisForm(ActForm):
    basis_number = forms.CharField(
        label=_("Nomor dasar penetapan"),
        required=False,
        max_length=100,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("Nomor surat keputusan atau berita acara, bila sudah ada."),
    )
    basis_on = DateFormField(
        label=_("Tanggal dasar penetapan"), required=False, widget=UnfoldAdminTextInputWidget
    )


class PublishForm(ActForm):
    announced_at = forms.ModelChoiceField(
        Rakor.objects.none(),
        label=_("Diumumkan pada Rakor"),
        required=False,
        widget=UnfoldAdminSelectWidget,
    )
    source_name = forms.CharField(
        label=_("Sumber angka"), required=False, max_length=150, widget=UnfoldAdminTextInputWidget
    )
    reason = forms.CharField(
        label=_("Alasan ralat"),
        required=False,
        widget=UnfoldAdminTextareaWidget({"rows": 3}),
        help_text=_("Hanya bila peringkat ini sudah pernah ditetapkan."),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["announced_at"].queryset = Rakor.objects.public().order_by("-starts_on")


class ScoreInline(Inline):
    model = Score
    fields = ("unit", "rank", "score", "band", "coverage", "state")
    readonly_fields = fields
    ordering = ("rank", "unit__code")
    can_delete = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Round)
class RoundAdmin(Acting, RecordAdmin):
    list_display = ("__str__", "kind", "shown_state", "as_of", "computed_by", "determined_by")
    list_filter = ("state", "kind", ("instrument__program", RelatedDropdownFilter))
    list_select_related = ("instrument", "region", "period", "computed_by", "determined_by")
    search_fields = ("instrument__name", "region__name")
    autocomplete_fields = ("instrument", "region", "announced_at")
    inlines = (ScoreInline,)
    readonly_fields = (
        "state",
        "computed_at",
        "computed_by",
        "determined_at",
        "determined_by",
        "sha256",
    )
    fieldsets = (
        (
            None,
            {"fields": ("instrument", "period", "region", "kind", "as_of", "announced_at", "state")},
        ),
        (
            _("Penetapan"),
            {
                "classes": ("tab",),
                "fields": (
                    "basis_number",
                    "basis_on",
                    "computed_at",
                    "computed_by",
                    "determined_at",
                    "determined_by",
                    "sha256",
                ),
            },
        ),
    )
    actions_detail = ("compute", "open_review", "determine", "publish", "withdraw")

    @display(description=_("keadaan"), label={RoundState.PUBLISHED: "success", RoundState.DRAFT: "info"})
    def shown_state(self, round_):
        return round_.state, round_.get_state_display()

    @act(
        _("Hitung"),
        permission="evaluations.compute_round",
        icon="calculate",
        explained=_("Nilai dan peringkat dihitung dari angka laporan yang sudah diterima."),
        done=_("Evaluasi dihitung. Peringkatnya tampil di bawah."),
        variant=ActionVariant.PRIMARY,
    )
    def compute(self, request, round_):
        actions.compute(round_, by=request.user)

    @act(
        _("Buka klarifikasi"),
        permission="evaluations.review_round",
        icon="forum",
        explained=_("Daerah dapat memeriksa nilainya sebelum ditetapkan."),
        done=_("Masa klarifikasi dan sanggahan dibuka."),
    )
    def open_review(self, request, round_):
        actions.open_review(round_, by=request.user)

    @act(
        _("Tetapkan"),
        permission="evaluations.determine_round",
        icon="verified",
        explained=_("Angka dan hasil dikunci. Penetap bukan orang yang menghitung. Belum diumumkan."),
        done=_("Evaluasi ditetapkan. Hasilnya belum diumumkan."),
        form=BasisForm,
        variant=ActionVariant.PRIMARY,
    )
    def determine(self, request, round_, **basis):
        actions.determine(round_, by=request.user, **basis)

    @act(
        _("Umumkan"),
        permission="evaluations.publish_round",
        icon="campaign",
        explained=_("Peringkat tampil di halaman publik dan tidak dapat diubah lagi, hanya diralat."),
        done=_("Penetapan diumumkan."),
        form=PublishForm,
        variant=ActionVariant.PRIMARY,
    )
    def publish(self, request, round_, **answers):
        actions.publish(round_, by=request.user, **answers)

    @act(
        _("Tarik"),
        permission="evaluations.withdraw_round",
        icon="undo",
        explained=_("Evaluasi ditarik sebelum diumumkan dan tidak dilanjutkan."),
        done=_("Evaluasi ditarik."),
        form=ReasonForm,
    )
    def withdraw(self, request, round_, reason):
        actions.withdraw(round_, by=request.user, reason=reason)
