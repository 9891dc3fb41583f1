"""Everything held of one person, as one JSON text that the person can read and take elsewhere.

The words are Indonesian: whoever asks for the file reads it. Values of others do not enter; what the ledger
says of somebody else, it says by number.
"""

import json

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import User
from records import ledger
from records.choices import Action
from records.history import kind_of
from records.models import Change, Notice, StoredFile
from records.refusals import ActionRefused, reason_of
from regions.personal.reach import may_manage

FORMAT = "rakor-person-1"
UNTOLD = ("password",)
"""A digest of it is held; it tells the person nothing, and whoever steals the file too much."""


def person_data(user):
    """{part: content} of everything held of a person, as plain values. A fixed number of queries."""
    return {
        "format": FORMAT,
        "situs": settings.SITE_URL,
        "dibuat_pada": timezone.now().isoformat(timespec="seconds"),
        "akun": account(user),
        "penugasan": [assignment(one) for one in user.assignments.select_related("unit").order_by("pk")],
        "disebut_pada": mentions(user),
        "berkas_yang_disimpan": [stored(one) for one in StoredFile.objects.filter(stored_by=user)],
        "pemberitahuan": [told(one) for one in Notice.objects.of(user).order_by("pk")],
        "perbuatan": [deed(line) for line in Change.objects.filter(by=user).order_by("pk")],
        "riwayat_akun": [deed(line) for line in Change.objects.about(user).order_by("pk")],
    }


@transaction.atomic
def hand_out(user, *, by, reason):
    """Note in the ledger that somebody takes this person's data, and why; gives the person as stored."""
    reason = reason_of(reason)
    if not may_manage(by, user):
        raise ActionRefused("out_of_reach", _("Orang ini di luar lingkup Anda."))
    ledger.write(user, Action.EXPORT, by=by, reason=reason)
    return User.objects.get(pk=user.pk)


def in_short(user):
    """The account in full, and how much there is of everything else."""
    return {
        "account": account(user),
        "assignments": user.assignments.count(),
        "mentions": mentions(user),
        "notices": Notice.objects.of(user).count(),
        "files": StoredFile.objects.filter(stored_by=user).count(),
        "deeds": Change.objects.filter(by=user).count(),
        "history": Change.objects.about(user).count(),
    }


def as_json(user):
    return json.dumps(person_data(user), ensure_ascii=False, indent=2, default=str)


def file_name(user):
    return f"data-pribadi-akun-{user.pk}.json"


def account(user):
    """The account's fields by their names on the screen."""
    told = {
        str(field.verbose_name): plain(field.value_from_object(user))
        for field in user._meta.concrete_fields
        if field.name not in UNTOLD
    }
    return told | {"kata sandi": "disimpan hanya sebagai sidik yang tidak dapat dibalik"}


def assignment(one):
    return {
        "peran": str(one.get_role_display()),
        "lingkup": str(one.get_scope_display()),
        "unit": str(one.unit or ""),
        "objek": one.object_ref,
        "jabatan": one.office,
        "mulai": plain(one.starts_on),
        "berakhir": plain(one.ends_on),
        "diakhiri_pada": plain(one.ended_at),
    }


def mentions(user):
    """How often each kind of record names this person, and as what ("laporan, diterima oleh": 12)."""
    found = {}
    for field in fields_to_people():
        if field.model not in (Change, Notice, StoredFile):
            number = field.model._base_manager.filter(**{field.name: user}).count()
            if number:
                found[f"{field.model._meta.verbose_name}, {field.verbose_name}"] = number
    return found


def fields_to_people():
    """Every stored reference to an account, in whatever room."""
    return sorted(
        (
            relation.field
            for relation in User._meta.get_fields(include_hidden=True)
            if relation.auto_created and relation.concrete is False and relation.one_to_many
            if not relation.related_model._meta.auto_created
        ),
        key=lambda field: (field.model._meta.label, field.name),
    )


def stored(one):
    return {
        "nama": one.original_name,
        "jenis": one.content_type,
        "ukuran": one.size,
        "sha256": one.sha256,
        "disimpan_pada": plain(one.stored_at),
    }


def told(one):
    return {
        "jenis": str(one.get_kind_display()),
        "isi": one.text,
        "alamat": one.path,
        "diberitahukan_pada": plain(one.told_at),
        "dibaca_pada": plain(one.read_at),
        "dikirim_lewat_surel_pada": plain(one.mailed_at),
    }


def deed(line):
    return {
        "pada": plain(line.at),
        "perbuatan": str(line.get_action_display()),
        "jenis": kind_of(line),
        "objek": line.object_label,
        "alasan": line.reason,
        "yang_berubah": sorted(line.pairs),
    }


def plain(value):
    return value.isoformat() if hasattr(value, "isoformat") else value
