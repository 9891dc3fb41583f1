"""The ledger's lines about the parts of a Rakor, as far as a person may read those parts."""

from django.db.models import Exists, OuterRef, Q

from meetings.models import AgendaItem, Agreement, Document, Figure, FollowUp, Issue, Outcome, Rakor
from records.choices import Visibility
from records.models import Change

PARTS = {
    AgendaItem: "rakor",
    Issue: "rakor",
    Outcome: "rakor",
    Document: "rakor",
    Figure: "rakor",
    Agreement: "rakor",
    FollowUp: "outcome__rakor",
}
"""What has a visibility of its own, and the way from it to its Rakor."""


def open_lines(lines, rakor, user):
    """Lines without those of parts that are or once were `rahasia`, unless this person may read these.

    The ledger repeats what was written: who may not read a part may not read it there either.
    """
    if Rakor.objects.unveiled_to(user).filter(pk=rakor.pk).exists():
        return lines
    same = Change.objects.filter(object_type=OuterRef("object_type"), object_id=OuterRef("object_id"))
    was_secret = Exists(same.filter(changes__contains=f'"{Visibility.SECRET}"'))
    return lines.exclude(secret_now(rakor)).filter(~was_secret)


def secret_now(rakor):
    """Lines about parts that are `rahasia` today, whatever the ledger says about how they became so."""
    condition = Q(pk__in=[])
    for model, way in PARTS.items():
        parts = model.objects.filter(**{way: rakor.pk}, visibility=Visibility.SECRET)
        keys = [str(key) for key in parts.values_list("pk", flat=True)]
        condition |= Q(object_type=model._meta.label_lower, object_id__in=keys)
    return condition
