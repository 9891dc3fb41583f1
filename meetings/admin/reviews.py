"""Reporting on a follow-up and checking it: buttons on its form, each with a page of its own."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.actions import add_review
from meetings.choices import ReviewKind
from meetings.models import FollowUp
from meetings.reviewing import VERDICTS
from records.admin_base import (
    ActionVariant,
    UnfoldAdminDateWidget,
    UnfoldAdminFileFieldWidget,
    UnfoldAdminSelectWidget,
    UnfoldAdminTextareaWidget,
    UnfoldAdminTextInputWidget,
    action,
)
from records.files import store
from records.forms import DateFormField, UploadFormField
from records.refusals import ActionRefused


def may_review(user, follow_up, action="add"):
    """Whether this person reports on this follow-up ("add"), or judges it ("verify")."""
    return FollowUp.objects.reviewable_by(user, action).filter(pk=follow_up.pk).exists()


class ReviewForm(forms.Form):
    """One report on, or verdict about, a follow-up."""

    kind = forms.ChoiceField(label=gettext_lazy("Hasil"), widget=UnfoldAdminSelectWidget)
    reviewed_on = DateFormField(
        label=gettext_lazy("Tanggal"), initial=timezone.localdate, widget=UnfoldAdminDateWidget
    )
    remark = forms.CharField(
        label=gettext_lazy("Catatan"),
        required=False,
        widget=UnfoldAdminTextareaWidget(attrs={"rows": 3}),
        help_text=gettext_lazy("Apa yang sudah dikerjakan, atau apa yang belum sesuai."),
    )
    upload = UploadFormField(label=gettext_lazy("Bukti"), required=False, widget=UnfoldAdminFileFieldWidget)
    evidence_url = forms.URLField(
        label=gettext_lazy("Tautan bukti"),
        required=False,
        assume_scheme="https",
        widget=UnfoldAdminTextInputWidget,
    )

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, kinds, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [(kind, ReviewKind(kind).label) for kind in kinds]
        if len(kinds) == 1:
            self.fields["kind"].initial = kinds[0]
            self.fields["kind"].widget = forms.HiddenInput()

    @transaction.atomic
    def save(self, follow_up, *, by):
        given = dict(self.cleaned_data)
        follow_up.version = given.pop("version")
        upload = given.pop("upload")
        evidence = None
        if upload:
            evidence = store(upload.content, name=upload.name, content_type=upload.content_type, by=by)
        return add_review(follow_up, given.pop("kind"), by=by, evidence=evidence, **given)


class ReviewSteps:
    """Detail actions of the follow-up admin, for those whom the follow-up concerns."""

    actions_detail = ("claim_step", "progress_step", "verdict_step")

    def get_actions_detail(self, request, object_id):
        follow_up = self.get_object(request, object_id)
        if follow_up is None:
            return []
        needed = {"claim_step": "add", "progress_step": "add", "verdict_step": "verify"}
        return [
            one
            for one in super().get_actions_detail(request, object_id)
            if may_review(request.user, follow_up, needed[one.method.original_function_name])
        ]

    def review_page(self, request, object_id, kinds, title):
        follow_up = self.get_object(request, object_id)
        if follow_up is None:
            raise Http404
        if not may_review(request.user, follow_up, "verify" if kinds == VERDICTS else "add"):
            raise PermissionDenied
        seen = {"version": follow_up.version}
        form = ReviewForm(request.POST or None, request.FILES or None, kinds=kinds, initial=seen)
        if request.method == "POST" and form.is_valid():
            try:
                form.save(follow_up, by=request.user)
            except ActionRefused as refusal:
                form.add_error(None, refusal.message)
            else:
                sentence = _("Tercatat pada %(reference)s.") % {"reference": follow_up.reference}
                self.message_user(request, sentence)
                return HttpResponseRedirect(reverse("admin:meetings_followup_change", args=[follow_up.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "opts": self.opts,
            "original": follow_up,
            "form": form,
            "media": self.media + form.media,
        }
        return TemplateResponse(request, "admin/meetings/followup/review.html", context)

    @action(
        description=gettext_lazy("Ajukan selesai"),
        url_path="ajukan",
        icon="check",
        variant=ActionVariant.PRIMARY,
    )
    def claim_step(self, request, object_id):
        return self.review_page(request, object_id, [ReviewKind.CLAIMED], _("Ajukan selesai"))

    @action(description=gettext_lazy("Laporkan kemajuan"), url_path="kemajuan", icon="trending_up")
    def progress_step(self, request, object_id):
        return self.review_page(request, object_id, [ReviewKind.PROGRESS], _("Laporkan kemajuan"))

    @action(description=gettext_lazy("Periksa"), url_path="periksa", icon="fact_check")
    def verdict_step(self, request, object_id):
        return self.review_page(request, object_id, VERDICTS, _("Periksa tindak lanjut"))
