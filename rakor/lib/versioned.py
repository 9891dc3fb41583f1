"""The version that a record carries which several people edit (see records/versions.py)."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Versioned(models.Model):
    """A record that several people edit: the second of two savers is told, not overwritten.

    Stands under every room, because the lowest one (accounts) has such a record too.
    """

    version = models.PositiveIntegerField(_("versi"), default=1, editable=False)

    class Meta:
        abstract = True
