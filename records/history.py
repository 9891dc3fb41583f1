"""The ledger in words a person reads: field by its name, values as the screen shows them."""

from dataclasses import dataclass

from django.apps import apps
from django.contrib.auth import get_user_model
from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils import formats, timezone
from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.translation import gettext as _

from rakor.lib import dates
from records.choices import Action

UNSHOWN = {"id", "version", "unit_ptr"}
"""What the machinery keeps for itself."""


@dataclass(frozen=True)
class Difference:
    """One field of one ledger line: its name and both values as read on the screen."""

    label: str
    before: str
    after: str
    is_personal: bool = False
    is_first: bool = False
    """Written when the record was made: there is no "before" to speak of."""


def model_of(line):
    """The model a ledger line is about; None for one that no longer exists."""
    try:
        return apps.get_model(line.object_type)
    except (LookupError, ValueError):
        return None


def kind_of(line):
    """What sort of thing a line is about, as the screen calls it."""
    model = model_of(line)
    return str(model._meta.verbose_name) if model else line.object_type


def name_of(line):
    """What a line is about, by name. A person's name does not stand in the ledger: it is looked up."""
    return names_of([line])[line.pk]


def names_of(lines):
    """{line: name} of many lines; one question for each kind of object that is named after a person."""
    names = {line.pk: line.object_label for line in lines}
    for model in {model_of(line) for line in lines}:
        if hasattr(model, "ledger_label"):
            about = [line for line in lines if line.object_type == model._meta.label_lower]
            found = with_person(model).in_bulk([int(line.object_id) for line in about])
            names |= {line.pk: str(found.get(int(line.object_id), line.object_label)) for line in about}
    return names


def with_person(model):
    """The objects of a model together with the people that their names name."""
    people = [field.name for field in model._meta.fields if field.related_model is get_user_model()]
    return model._base_manager.select_related(*people) if people else model._base_manager.all()


def differences(line):
    """The fields a line changed, in the model's order."""
    model = model_of(line)
    names = [field.name for field in model._meta.get_fields()] if model else []
    pairs = {name: pair for name, pair in line.pairs.items() if name not in UNSHOWN}
    ordered = sorted(pairs, key=lambda name: (names.index(name) if name in names else len(names), name))
    return [difference(model, name, *pairs[name], is_first=line.action == Action.CREATE) for name in ordered]


def difference(model, name, before, after, *, is_first=False):
    field = field_of(model, name)
    label = str(getattr(field, "verbose_name", name))
    if before is None and after is None:
        return Difference(label, "", "", is_personal=True)
    return Difference(label, shown(field, before), shown(field, after), is_first=is_first)


def field_of(model, name):
    try:
        return model._meta.get_field(name) if model else None
    except FieldDoesNotExist:
        return None


def shown(field, text):
    """A stored text as the screen shows it: the choice's words, the other record's name, a date in words."""
    if text in ("", None):
        return _("(kosong)")
    if field is None or field.many_to_many:
        return text
    if field.choices:
        return str(dict(field.flatchoices).get(read_choice(field, text), text))
    if isinstance(field, models.ForeignKey):
        other = field.related_model._base_manager.filter(pk=text).first()
        return str(other) if other else _("(sudah dihapus, nomor %(number)s)") % {"number": text}
    if isinstance(field, models.BooleanField):
        return _("Ya") if text == "True" else _("Tidak")
    if isinstance(field, models.DateTimeField):
        return moment(text)
    if isinstance(field, models.DateField):
        day = parse_date(text)
        return dates.format_date(day) if day else text
    if isinstance(field, models.TimeField):
        clock = parse_time(text)
        return formats.time_format(clock) if clock else text
    return text


def listed(others):
    """Several records in one line, by name."""
    return ", ".join(sorted(map(str, others))) or _("(kosong)")


def read_choice(field, text):
    return int(text) if isinstance(field, models.IntegerField) and text.isdigit() else text


def moment(text):
    when = parse_datetime(text)
    return formats.date_format(timezone.localtime(when), "DATETIME_FORMAT") if when else text
