from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts.forms import LogInForm
from accounts.validators import NoOwnName
from regions.doorway.gate import has_duty
from regions.models import Unit


class DutyLogInForm(LogInForm):
    """Signing in, for those who have something to do; said only to whoever gave the right password."""

    def confirm_login_allowed(self, user):
        super().confirm_login_allowed(user)
        if not has_duty(user):
            raise ValidationError(
                _("Akun ini belum atau tidak lagi punya penugasan. Hubungi admin provinsi Anda."),
                code="no_assignment",
            )


class NoNameOfOwn(NoOwnName):
    """The password rule that also knows the person's agencies."""

    def words(self, user):
        own = Unit.objects.filter(assignments__user=user) if user.pk else Unit.objects.none()
        names = own.values_list("name", "agency__abbreviation")
        return [*super().words(user), *(text or "" for pair in names for text in pair)]
