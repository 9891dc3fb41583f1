"""What an invitation says, for WhatsApp and for mail. Nothing in it is secret but the link."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import Scope
from rakor.lib.dates import format_date, format_time
from regions.labels import unit_label

SITE_NAME = "Rakor"


def work_of(assignment):
    """ "Operator, Kabupaten Kerinci, Jambi": what the person is asked to do and where."""
    if assignment is None:
        return ""
    role = assignment.get_role_display()
    if assignment.scope == Scope.THIS_RAKOR or not assignment.unit_id:
        return f"{role} ({assignment.get_scope_display()})"
    return f"{role}, {unit_label(assignment.unit)}"


def moment(value):
    """ "Senin, 7 November 2022, pukul 09.00 WIB", without the signs that break in a chat."""
    local = timezone.localtime(value)
    day = format_date(local.date(), weekday=True)
    return f"{day}, {format_time(local, settings.TIME_ZONE)}".replace("\xa0", " ")


def letter(invited):
    """The whole text, ready to be pasted into a chat."""
    lines = [
        _("Yth. Bapak/Ibu %(name)s,") % {"name": invited.person},
        "",
        _("Anda diundang menggunakan aplikasi %(site)s (%(address)s).")
        % {"site": SITE_NAME, "address": settings.SITE_URL},
    ]
    if work := work_of(invited.assignment):
        lines.append(_("Tugas: %(work)s.") % {"work": work})
    lines += [
        _("Nama akun: %(username)s.") % {"username": invited.person.username},
        "",
        _("Mohon membuat kata sandi melalui tautan ini, paling lambat %(until)s:")
        % {"until": moment(invited.invitation.valid_until)},
        invited.link,
        "",
        _("Tautan ini hanya untuk Bapak/Ibu; mohon tidak diteruskan."),
        _("Terima kasih."),
    ]
    return "\n".join(lines)


def post(invited):
    """Send the letter where mail is configured and the person has an address; gives whether it went."""
    if not (settings.SENDS_MAIL and invited.person.email):
        return False
    subject = _("Undangan menggunakan %(site)s") % {"site": SITE_NAME}
    try:
        send_mail(subject, letter(invited), None, [invited.person.email])
    except OSError:
        return False
    return True
