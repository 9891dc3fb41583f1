"""The forms at the door: without script, in the site's words, as password managers understand them."""

from django import forms
from django.contrib.auth import authenticate
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _


def password_field(label, use, **options):
    """A field for a password. `use` says which: "current-password" or "new-password"."""
    widget = forms.PasswordInput(attrs={"autocomplete": use, "class": "r-input"})
    return forms.CharField(label=label, strip=False, max_length=200, widget=widget, **options)


class LogInForm(AuthenticationForm):
    username = forms.CharField(
        label=_("Nama pengguna atau surel"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
    password = password_field(_("Kata sandi"), "current-password")
    error_messages = {
        "invalid_login": _("Nama pengguna, surel, atau kata sandi tidak cocok. Periksa, lalu coba lagi."),
        "inactive": _("Nama pengguna, surel, atau kata sandi tidak cocok. Periksa, lalu coba lagi."),
    }


class ForgottenForm(forms.Form):
    """Who wants a new password."""

    who = forms.CharField(
        label=_("Nama pengguna atau surel"),
        max_length=254,
        widget=forms.TextInput(
            attrs={"autocomplete": "username", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )


class NewPasswordForm(SetPasswordForm):
    """A new password, typed twice. What it may not be is said above the field before it is typed."""

    error_messages = {"password_mismatch": _("Kedua kata sandi tidak sama. Ketik sekali lagi.")}
    new_password1 = password_field(
        _("Kata sandi baru"),
        "new-password",
        help_text=_("Sedikitnya 10 huruf atau angka. Bukan nama Anda, nama instansi, NIP, atau kata umum."),
    )
    new_password2 = password_field(_("Ulangi kata sandi baru"), "new-password")

    def validate_password_for_user(self, user, *args, **kwargs):
        """What is wrong with a password is said where it was typed first."""
        super().validate_password_for_user(user, "new_password1")


class OwnPasswordForm(NewPasswordForm):
    """Changing one's own: who sits before an open screen does not know the old one."""

    old_password = password_field(_("Kata sandi sekarang"), "current-password")
    field_order = ("old_password", "new_password1", "new_password2")

    def __init__(self, user, request, *args, **kwargs):
        self.request = request
        super().__init__(user, *args, **kwargs)

    def clean_old_password(self):
        """Asked of the same door as signing in, which counts wrong ones."""
        old = self.cleaned_data["old_password"]
        if authenticate(self.request, username=self.user.username, password=old) is None:
            raise forms.ValidationError(_("Kata sandi sekarang tidak cocok."), code="password_incorrect")
        return old
