"""The steps of a Rakor as buttons on its form; each opens a page that says what happens."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy

from accounts.permissions import name_of, states_for
from meetings import actions
from meetings.choices import RakorState
from meetings.closing import closing_problems, is_archive
from meetings.models import Rakor
from records.admin_base import ActionVariant, UnfoldAdminTextareaWidget, action
from records.refusals import ActionRefused


@dataclass(frozen=True)
class Step:
    """What a button does: the action, what the page says, whether a reason is asked."""

    act: object
    title: object
    explanation: object
    button: object
    done: object
    asks_reason: bool = False


LABEL = "meetings.rakor"

STEPS = {
    "schedule": Step(
        actions.schedule_rakor,
        gettext_lazy("Jadwalkan Rakor"),
        gettext_lazy("Rakor ini akan tampil pada jadwal."),
        gettext_lazy("Jadwalkan"),
        gettext_lazy("Rakor dijadwalkan."),
    ),
    "hold": Step(
        actions.hold_rakor,
        gettext_lazy("Tandai dilaksanakan"),
        gettext_lazy("Rakor ini sudah berlangsung. Rumusan dan tindak lanjutnya masih dapat dilengkapi."),
        gettext_lazy("Tandai dilaksanakan"),
        gettext_lazy("Rakor ditandai dilaksanakan."),
    ),
    "close": Step(
        actions.close_rakor,
        gettext_lazy("Tutup Rakor"),
        gettext_lazy("Setelah ditutup, catatan ini hanya dapat dibaca; tindak lanjutnya tetap berjalan."),
        gettext_lazy("Tutup Rakor"),
        gettext_lazy("Rakor ditutup."),
    ),
    "postpone": Step(
        actions.postpone_rakor,
        gettext_lazy("Tunda Rakor"),
        gettext_lazy("Alasan ini ikut tampil pada jadwal."),
        gettext_lazy("Tunda Rakor"),
        gettext_lazy("Rakor ditunda."),
        asks_reason=True,
    ),
    "cancel": Step(
        actions.cancel_rakor,
        gettext_lazy("Batalkan Rakor"),
        gettext_lazy("Alasan ini ikut tampil pada jadwal. Rakor yang dibatalkan tetap tercatat."),
        gettext_lazy("Batalkan Rakor"),
        gettext_lazy("Rakor dibatalkan."),
        asks_reason=True,
    ),
    "reopen": Step(
        actions.reopen_rakor,
        gettext_lazy("Buka kembali Rakor"),
        gettext_lazy("Catatan yang sudah ditutup dapat diubah lagi. Alasannya masuk buku perubahan."),
        gettext_lazy("Buka kembali"),
        gettext_lazy("Rakor dibuka kembali."),
        asks_reason=True,
    ),
}


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Alasan"), widget=UnfoldAdminTextareaWidget(attrs={"rows": 3})
    )


class SeenForm(forms.Form):
    """The version that stood when the page was opened: who decides on something older is told."""

    seen_version = forms.IntegerField(widget=forms.HiddenInput)


class RakorSteps:
    """Detail actions of the Rakor admin. A button shows only where its step can be taken."""

    actions_detail = (
        "close_step",
        "hold_step",
        "schedule_step",
        "reopen_step",
        "public_page",
        {"title": gettext_lazy("Lainnya"), "items": ["postpone_step", "cancel_step"]},
    )

    def get_actions_detail(self, request, object_id):
        rakor = self.get_object(request, object_id)
        offered = super().get_actions_detail(request, object_id)
        return [one for one in offered if rakor and self.is_offered_step(request, one.method, rakor)]

    def is_offered_step(self, request, method, rakor):
        name = method.original_function_name.removesuffix("_step")
        if name == "public_page":
            return Rakor.objects.public().filter(pk=rakor.pk).exists()
        if name == "close" and rakor.state != RakorState.HELD and not is_archive(rakor):
            return False
        return rakor.state in states_for(LABEL, name) and self.may_step(request.user, name, rakor)

    def may_step(self, user, name, rakor):
        """Whether the permission table lets this person take this step of this Rakor, in any state."""
        reached = Rakor.objects.within(user, name).filter(pk=rakor.pk)
        return user.has_perm(name_of(LABEL, name)) and reached.exists()

    def step_page(self, request, object_id, name):
        rakor = self.get_object(request, object_id)
        if rakor is None:
            raise Http404
        if not self.may_step(request.user, name, rakor):
            raise PermissionDenied
        step = STEPS[name]
        data = request.POST or None
        reason = ReasonForm(data) if step.asks_reason else None
        seen = SeenForm(data, initial={"seen_version": rakor.version})
        problems = closing_problems(rakor) if name == "close" else []
        if request.method == "POST" and seen.is_valid() and (reason is None or reason.is_valid()):
            rakor.version = seen.cleaned_data["seen_version"]
            given = {"reason": reason.cleaned_data["reason"]} if reason else {}
            try:
                step.act(rakor, by=request.user, **given)
            except ActionRefused as refusal:
                problems = problems or [refusal.message]
            else:
                self.message_user(request, step.done, messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:meetings_rakor_change", args=[rakor.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": step.title,
            "opts": self.opts,
            "original": rakor,
            "step": step,
            "reason": reason,
            "seen": seen,
            "problems": problems,
        }
        return TemplateResponse(request, "admin/meetings/rakor/step.html", context)

    @action(
        description=gettext_lazy("Tutup Rakor"),
        url_path="tutup",
        icon="task_alt",
        variant=ActionVariant.PRIMARY,
    )
    def close_step(self, request, object_id):
        return self.step_page(request, object_id, "close")

    @action(description=gettext_lazy("Tandai dilaksanakan"), url_path="dilaksanakan", icon="event_available")
    def hold_step(self, request, object_id):
        return self.step_page(request, object_id, "hold")

    @action(description=gettext_lazy("Halaman publik"), url_path="publik", icon="public")
    def public_page(self, request, object_id):
        rakor = self.get_object(request, object_id)
        if rakor is None:
            raise Http404
        return HttpResponseRedirect(rakor.get_absolute_url())

    @action(description=gettext_lazy("Jadwalkan"), url_path="jadwalkan", icon="event")
    def schedule_step(self, request, object_id):
        return self.step_page(request, object_id, "schedule")

    @action(description=gettext_lazy("Buka kembali"), url_path="buka", icon="lock_open")
    def reopen_step(self, request, object_id):
        return self.step_page(request, object_id, "reopen")

    @action(description=gettext_lazy("Tunda"), url_path="tunda", icon="event_repeat")
    def postpone_step(self, request, object_id):
        return self.step_page(request, object_id, "postpone")

    @action(description=gettext_lazy("Batalkan"), url_path="batalkan", icon="event_busy")
    def cancel_step(self, request, object_id):
        return self.step_page(request, object_id, "cancel")
