"""Forgotten, set by a link, changed: the three ways to a new password."""

from django.conf import settings
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.mixins import LoginRequiredMixin
from django.contrib.auth.views import PasswordResetConfirmView
from django.http import HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView

from accounts import attempts, devices, letters, sessions
from accounts.forms import ForgottenForm, NewPasswordForm, OwnPasswordForm
from accounts.links import AnyToken, is_newcomer
from accounts.models import User
from accounts.sessions import Farewell
from rakor.errors import too_many
from records.refusals import ActionRefused
from regions.doorway import actions


class Forgotten(FormView):
    """Asks for a link by mail. The answer is the same whoever is named, and so is the time it takes."""

    template_name = "accounts/forgotten.html"
    form_class = ForgottenForm
    success_url = reverse_lazy("password-letter-sent")

    def get_context_data(self, **kwargs):
        return super().get_context_data(sends_mail=settings.SENDS_MAIL, **kwargs)

    def form_valid(self, form):
        typed = form.cleaned_data["who"]
        user = User.objects.by_login(typed)
        if wait := attempts.letter(self.request, typed, user).take():
            return too_many(self.request, wait.total_seconds() / 60)
        letters.send_reset(user)
        return super().form_valid(form)


class LetterSent(TemplateView):
    template_name = "accounts/letter_sent.html"


class SetByLink(PasswordResetConfirmView):
    """Where a link leads. The token moves into the session at once: no address bar, no Referer keeps it."""

    template_name = "accounts/set_password.html"
    form_class = NewPasswordForm
    token_generator = AnyToken()
    reset_url_token = "baru"  # noqa: S105  the word in the address in place of the token

    def dispatch(self, *args, **kwargs):
        response = super().dispatch(*args, **kwargs)
        response["Referrer-Policy"] = "no-referrer"
        return response

    def get_user(self, uidb64):
        user = super().get_user(uidb64)
        return user if user and user.is_active else None

    def form_valid(self, form):
        token = self.request.session.pop("_password_reset_token", "")
        try:
            user = actions.set_password_by_link(self.user, token, form.cleaned_data["new_password1"])
        except ActionRefused:
            self.validlink = False
            return self.render_to_response(self.get_context_data(form=None))
        attempts.forgive(self.request, user)
        sessions.end(self.request, Farewell.NEW_PASSWORD)
        response = HttpResponseRedirect(reverse("login"))
        devices.remember(self.request, response, user)
        return response

    def get_context_data(self, **kwargs):
        is_new = bool(self.user and self.validlink and is_newcomer(self.user))
        return super().get_context_data(is_newcomer=is_new, sends_mail=settings.SENDS_MAIL, **kwargs)


@method_decorator([sensitive_post_parameters(), never_cache], name="dispatch")
class ChangeOwn(LoginRequiredMixin, FormView):
    """One's own password; every other session ends."""

    template_name = "accounts/change_password.html"
    form_class = OwnPasswordForm
    success_url = reverse_lazy("account")

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "user": self.request.user, "request": self.request}

    def form_valid(self, form):
        user = actions.set_password(
            self.request.user, form.cleaned_data["new_password1"], by=self.request.user
        )
        update_session_auth_hash(self.request, user)
        return HttpResponseRedirect(f"{self.get_success_url()}?tersimpan=sandi")
