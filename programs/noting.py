"""What another source says about a figure, noted by hand beside what stands.

Nothing that was noted is changed: correcting is noting again, and the latest word of each source counts.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from programs.actions import record_observation
from programs.models import Source
from rakor.lib.dates import format_date
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, refuse_personal

__all__ = ["note_source", "take_source"]


@transaction.atomic
def note_source(measurement, *, source, by, value=None, note="", **said):
    """Note what `source` says; gives its observation. Saying the same twice is refused, and so written once.

    `said` may name state, measure_unit, cut_off_on, received_on and document.
    """
    refuse_personal(note, said.get("measure_unit", ""))
    last = measurement.observations.standing().filter(source=source).order_by("pk").last()
    observation = record_observation(
        unit=measurement.unit,
        indicator=measurement.indicator,
        period=measurement.period,
        source=source,
        value=value,
        note=note,
        by=by,
        **said,
    )
    if last and observation.pk == last.pk:
        message = _("%(source)s sudah mengatakan hal yang sama, dicatat %(day)s. Tidak ada yang ditambahkan.")
        day = format_date(timezone.localdate(last.observed_at))
        raise ActionRefused("said_before", message % {"source": source, "day": day})
    return observation


def take_source(name, level, *, by):
    """The source of this name; somebody is always the first to hear from it."""
    name = " ".join(name.split())
    refuse_personal(name)
    known = Source.objects.filter(name__iexact=name).first()
    return known or ledger.save(Source(name=name, level=level), Action.CREATE, by=by, before={})
