from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """What an assignment lets a person do; the superuser is a flag on the user, not a role."""

    PROVINCE_ADMIN = "admin_provinsi", _("Admin provinsi")
    """Sets up programs, people and instruments of one province."""
    AGENCY_ADMIN = "admin_instansi", _("Admin instansi")
    """Runs the programs and Rakor of one agency."""
    OPERATOR = "operator", _("Operator")
    """Reports the figures of one unit."""
    VERIFIER = "verifikator", _("Verifikator")
    """Accepts or returns reports; never those he or she sent."""
    MINUTE_TAKER = "notulis", _("Notulis")
    """Logs one Rakor: agenda, outcomes, follow-ups."""
    LEADER = "pimpinan", _("Pimpinan")
    """Reads everything in scope, restricted records too; writes nothing."""
    AUDITOR = "apip", _("APIP")
    """Reads everything, the ledger too; writes nothing."""


class Scope(models.TextChoices):
    """How far an assignment reaches."""

    OWN_UNIT = "unit", _("Unit sendiri")
    OWN_PROGRAM = "program", _("Program sendiri")
    """Programs whose responsible agency is the assignment's unit."""
    THIS_RAKOR = "rakor", _("Rakor ini")
    """One Rakor, for the time of its committee."""
    PROVINCE = "provinsi", _("Satu provinsi")
    ALL = "semua", _("Semua")
