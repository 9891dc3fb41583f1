"""Marks whatever belongs to a person, in every model: who did it, and what is not for the public to read."""

from django.apps import apps
from django.utils import timezone

from accounts.models import User
from regions.personal.export import fields_to_people
from tests import factories as make
from tests.append_only import lift
from tests.house.personal_fields import INNER

NIP, NIK, PHONE, EMAIL = "198501012010011001", "1501014507850001", "081234567890", "penanda.surel@contoh.id"
WORD = "PENANDA"
MARKERS = (WORD, NIP, NIK, PHONE, EMAIL)
SECONDS = {"accepted_by", "determined_by", "published_by", "retracted_by", "returned_by"}
"""What a second person does: the same one may not have done both."""


def markers_in(text):
    return [marker for marker in MARKERS if marker.upper() in text.upper()]


def mark_everything():
    """Let two people with marks in each personal field have done everything, and mark every inner text."""
    lift()
    first, second = marked_person(1), marked_person(2)
    for field in fields_to_people():
        rows = field.model._base_manager.all()
        if has_time(field):
            rows = rows.filter(**{f"{field.name}__isnull": False})
        rows.update(**{field.name: second if field.name in SECONDS else first})
    for label, names in INNER.items():
        model = apps.get_model(label)
        for name in names.split():
            model._base_manager.update(**{name: marked_text(model._meta.get_field(name))})
    return first, second


def has_time(field):
    """Whether a time stands beside this person: both or neither."""
    time = f"{field.name.removesuffix('_by')}_at"
    return time in {other.name for other in field.model._meta.fields}


def marked_person(number):
    person = make.make_user(
        f"{WORD.lower()}-{number}-{NIP}",
        name=f"{WORD} {NIK} {PHONE}",
        email=f"{number}{EMAIL}",
        is_staff=True,
    )
    User.objects.filter(pk=person.pk).update(last_login=timezone.now())
    return person


def marked_text(field):
    """As many marks as the field takes."""
    text = " ".join(MARKERS)
    return text if field.max_length is None or field.max_length >= len(text) else f"{WORD} {NIP}"
