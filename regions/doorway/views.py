"""/masuk/ and /keluar/: the one door for people with an account."""

from django.contrib.auth.views import LoginView, LogoutView

from accounts import devices, sessions
from regions.doorway import actions
from regions.doorway.forms import DutyLogInForm


class SignIn(LoginView):
    template_name = "accounts/login.html"
    authentication_form = DutyLogInForm

    def form_valid(self, form):
        response = super().form_valid(form)
        user = form.get_user()
        sessions.begin(self.request)
        devices.remember(self.request, response, user)
        actions.note_sign_in(user)
        return response

    def form_invalid(self, form):
        if shut := getattr(self.request, "locked_account", None):
            actions.note_lock(shut)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        return super().get_context_data(farewell=sessions.last_words(self.request), **kwargs)


class SignOut(LogoutView):
    def post(self, request, *args, **kwargs):
        if request.user.is_authenticated:
            actions.note_sign_out(request.user)
        return super().post(request, *args, **kwargs)
