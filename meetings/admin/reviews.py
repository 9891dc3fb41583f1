"""Reporting on a follow-up and checking it: buttons on its form, each with a page of its own."""

from functools import partial

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.choices import ReviewKind
from meetings.forms import ReviewForm
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
from records.refusals import ActionRefused


def may_review(user, follow_up, action="add"):
    """Whether this person reports on this follow-up ("add"), or judges it ("verify")."""
    return FollowUp.objects.reviewable_by(user, action).filter(pk=follow_up.pk).exists()


class ReviewAdminForm(ReviewForm):
    widgets = {
        "kind": UnfoldAdminSelectWidget,
        "reviewed_on": UnfoldAdminDateWidget,
        "remark": partial(UnfoldAdminTextareaWidget, attrs={"rows": 3}),
        "upload": UnfoldAdminFileFieldWidget,
        "evidence_url": UnfoldAdminTextInputWidget,
    }


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
        form = ReviewAdminForm(request.POST or None, request.FILES or None, kinds=kinds, initial=seen)
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
