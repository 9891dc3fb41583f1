"""What may be done with one person: give work, end it, invite again, close the account."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.admin_acts import Acting, ReasonForm, act
from records.refusals import ActionRefused
from regions.admin.person_forms import EndForm, GivenForm, InviteForm
from regions.people import letters
from regions.people.assigning import assign, close_account, end_assignment, reopen_account
from regions.people.inviting import cancel_invitation, invite, invite_again, is_waiting
from regions.people.reach import people_editable_by

CHANGE = "accounts.change_user"


class PersonActs(Acting):
    actions_detail = ("give", "end", "send_again", "call_back", "close", "reopen")

    def open_acts(self, person):
        """The names of the acts that a person's state allows."""
        if not person.is_active:
            return {"reopen"}
        return {"give", "end"} | ({"send_again", "call_back"} if is_waiting(person) else {"close"})

    def get_actions_detail(self, request, object_id):
        person = self.get_object(request, str(object_id))
        may = person is not None and self.may_edit(request, person)
        shut = set(PersonActs.actions_detail) - (self.open_acts(person) if may else set())
        return [
            one for one in super().get_actions_detail(request, object_id) if one.method.__name__ not in shut
        ]

    def reaches(self, user, action, person):
        """Whether this person is one whom `user` looks after."""
        return people_editable_by(user).filter(pk=person.pk).exists()

    def require(self, request, person):
        if not self.reaches(request.user, "change", person):
            raise PermissionDenied

    @act(
        gettext_lazy("Beri penugasan"),
        permission=CHANGE,
        icon="add_task",
        explained=gettext_lazy("Haknya berlaku sejak hari mulai; yang sudah ada tidak berubah."),
        done=gettext_lazy("Penugasan diberikan."),
        form=GivenForm,
    )
    def give(self, request, person, assignment):
        self.require(request, person)
        assign(person, assignment, by=request.user)

    @act(
        gettext_lazy("Akhiri penugasan"),
        permission=CHANGE,
        icon="event_busy",
        explained=gettext_lazy("Penugasan diakhiri, tidak dihapus: apa yang pernah boleh tetap tercatat."),
        done=gettext_lazy("Penugasan diakhiri."),
        form=EndForm,
    )
    def end(self, request, person, assignment, last_day, reason):
        self.require(request, person)
        assignment.user = person  # as it was seen, its version too
        end_assignment(assignment, by=request.user, last_day=last_day, reason=reason)

    @act(
        gettext_lazy("Undang lagi"),
        permission=CHANGE,
        icon="forward_to_inbox",
        explained=gettext_lazy("Tautan baru dibuat; tautan yang lama tidak berlaku lagi."),
        done=gettext_lazy("Tautan baru dibuat."),
    )
    def send_again(self, request, person):
        self.require(request, person)
        return self.shown_once(request, invite_again(person, by=request.user))

    @act(
        gettext_lazy("Batalkan undangan"),
        permission=CHANGE,
        icon="cancel",
        explained=gettext_lazy("Tautannya tidak berlaku lagi, penugasannya berakhir, akunnya ditutup."),
        done=gettext_lazy("Undangan dibatalkan."),
        form=ReasonForm,
    )
    def call_back(self, request, person, reason):
        self.require(request, person)
        cancel_invitation(person, by=request.user, reason=reason)

    @act(
        gettext_lazy("Nonaktifkan"),
        permission=CHANGE,
        icon="person_off",
        explained=gettext_lazy("Semua penugasannya berakhir sekarang dan ia tidak dapat masuk lagi."),
        done=gettext_lazy("Akun ditutup."),
        form=ReasonForm,
    )
    def close(self, request, person, reason):
        self.require(request, person)
        close_account(person, by=request.user, reason=reason)

    @act(
        gettext_lazy("Aktifkan kembali"),
        permission=CHANGE,
        icon="person_check",
        explained=gettext_lazy("Ia dapat masuk lagi; penugasannya harus diberikan baru."),
        done=gettext_lazy("Akun dibuka kembali."),
        form=ReasonForm,
    )
    def reopen(self, request, person, reason):
        self.require(request, person)
        reopen_account(person, by=request.user, reason=reason)

    # Inviting somebody new.

    def add_view(self, request, form_url="", extra_context=None):
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = InviteForm(request.POST or None, by=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                invited = invite(**form.cleaned_data, by=request.user)
            except ActionRefused as refusal:
                form.add_error(None, refusal.message)
            else:
                return self.shown_once(request, invited)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Undang orang"),
            "form": form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/regions/invite.html", context)

    def shown_once(self, request, *invited):
        """The links just made, to be copied now: nothing keeps them, not even this page's address."""
        mailed = {one.person.pk for one in invited if letters.post(one)}
        context = {
            **self.admin_site.each_context(request),
            "title": _("Undangan siap dikirim"),
            "letters": [(one, letters.letter(one), one.person.pk in mailed) for one in invited],
            "opts": self.opts,
        }
        response = TemplateResponse(request, "admin/regions/invited.html", context)
        add_never_cache_headers(response)
        return response
