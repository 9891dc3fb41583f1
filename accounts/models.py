from django.contrib.auth import get_backends
from django.contrib.auth.models import AbstractUser, UserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from rakor.lib.versioned import Versioned


class People(UserManager):
    def by_login(self, typed):
        """Whom somebody means who types a user name or an e-mail address, in capitals or not; or None.

        A user name holds no "@", so nobody's user name is another's address.
        """
        typed = typed.strip()
        field = "email__iexact" if "@" in typed else "username__iexact"
        return self.filter(**{field: typed}).first()

    def get_by_natural_key(self, username):
        return self.get(username__iexact=username)


class User(Versioned, AbstractUser):
    """A person with an account. What tells who it is stays here and goes when the person is erased.

    Everything else points to the row: deeds keep their "by", and history its order, under a neutral name.
    """

    PERSONAL_FIELDS = ("username", "name", "email", "password", "last_login")

    first_name = None
    last_name = None
    username = models.CharField(
        _("nama pengguna"),
        max_length=150,
        unique=True,
        help_text=_("Huruf, angka, titik, garis bawah, dan tanda hubung."),
        validators=[
            RegexValidator(
                r"^[A-Za-z0-9][A-Za-z0-9._-]*\Z",
                _("Nama pengguna terdiri atas huruf, angka, titik, garis bawah, dan tanda hubung."),
            )
        ],
        error_messages={"unique": _("Nama pengguna ini sudah dipakai.")},
    )
    name = models.CharField(_("nama"), max_length=150, blank=True, help_text=_("Nama lengkap dengan gelar."))
    email = models.EmailField(_("surel"), blank=True)
    must_change_password = models.BooleanField(
        _("harus mengganti kata sandi"),
        default=False,
        editable=False,
        help_text=_("Kata sandi diberikan orang lain; diganti begitu masuk."),
    )
    session_stamp = models.PositiveIntegerField(_("penanda sesi"), default=0, editable=False)
    """Part of every session: counting it up ends them all."""
    last_locked = models.DateTimeField(_("terakhir dikunci"), null=True, blank=True, editable=False)
    """When wrong passwords last closed the door for a while."""

    objects = People()

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        ordering = ["username"]
        constraints = [
            models.UniqueConstraint(
                Lower("username"),
                name="user_username_unique",
                violation_error_message=_("Nama pengguna ini sudah dipakai."),
            ),
            models.CheckConstraint(
                condition=~models.Q(username__contains="@"),
                name="user_username_is_no_address",
                violation_error_message=_("Nama pengguna bukan alamat surel; isi surel di kolomnya sendiri."),
            ),
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                condition=~models.Q(email=""),
                violation_error_message=_("Surel ini sudah dipakai pengguna lain."),
            ),
        ]

    def __str__(self):
        return self.get_full_name()

    @property
    def ledger_label(self):
        """What the ledger calls this person: the number, which tells nobody who it is."""
        return f"akun {self.pk}"

    def get_full_name(self):
        return self.name or self.username

    def get_short_name(self):
        return self.get_full_name()

    def _get_session_auth_hash(self, secret=None):
        """What a session must carry to be this person's: ends with the password and with the stamp."""
        said = f"{self.password}:{self.session_stamp}"
        return salted_hmac("accounts.User.session", said, secret=secret, algorithm="sha256").hexdigest()

    # Django lets a superuser past every question; here the permission table is asked about everybody.

    def has_perm(self, perm, obj=None):
        return any(backend.has_perm(self, perm, obj) for backend in get_backends())

    def has_module_perms(self, app_label):
        return any(backend.has_module_perms(self, app_label) for backend in get_backends())
