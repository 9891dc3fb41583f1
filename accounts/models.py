from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from rakor.lib.versioned import Versioned


class User(Versioned, AbstractUser):
    """A person with an account. What tells who it is stays here and goes when the person is erased.

    Everything else points to the row: deeds keep their "by", and history its order, under a neutral name.
    """

    PERSONAL_FIELDS = ("username", "name", "email", "password", "last_login")

    first_name = None
    last_name = None
    name = models.CharField(_("nama"), max_length=150, blank=True, help_text=_("Nama lengkap dengan gelar."))
    email = models.EmailField(_("surel"), blank=True)

    objects = UserManager()

    class Meta:
        verbose_name = _("pengguna")
        verbose_name_plural = _("pengguna")
        ordering = ["username"]
        constraints = [
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
