"""Data dukung of a report and of its lines: added and taken away while it is open, kept afterwards."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from programs.entering import refuse_closed
from programs.locking import refuse_locked
from programs.models import Evidence, Report
from programs.standing import lock_programs
from records import ledger
from records.choices import Action
from records.files import store
from records.refusals import ActionRefused, refuse_personal
from records.uploads import Checked

__all__ = ["Proof", "add_evidence", "remove_evidence"]


@dataclass(frozen=True)
class Proof:
    """One thing that shows that a figure is so: a file as it was checked, or a link."""

    file: Checked | None = None
    url: str = ""
    title: str = ""


@transaction.atomic
def add_evidence(report, proof, *, by, indicator=None):
    """Put a file or a link beside a report, or beside its line of one indicator. Gives the Evidence."""
    report = _open(report)
    refuse_personal(proof.title)
    evidence = Evidence(
        report=report,
        indicator=indicator,
        title=proof.title.strip(),
        url=proof.url,
        added_at=timezone.now(),
        added_by=by,
    )
    if proof.file:
        given = proof.file
        evidence.file = store(given.content, name=given.name, content_type=given.content_type, by=by)
    else:
        _refuse_strange(evidence)
    return ledger.save(evidence, Action.CREATE, by=by, before={})


@transaction.atomic
def remove_evidence(evidence, *, by):
    """Take away what somebody put there by mistake; the ledger keeps that it was there."""
    _open(evidence.report)
    ledger.write(evidence, Action.DELETE, by=by, changes=ledger.removal(evidence))
    evidence.delete()


def _open(report):
    """The report as it stands, which nobody sends meanwhile; refused where its figures are closed."""
    lock_programs(pk=report.program_id)
    report = Report.objects.select_related("unit", "program", "period").get(pk=report.pk)
    refuse_closed(report)
    refuse_locked(report.unit, report.program, report.period)
    return report


def _refuse_strange(evidence):
    """A link leads to an address of the web that names nobody."""
    try:
        evidence.full_clean(exclude={"report", "indicator", "added_by"})
    except ValidationError as error:
        raise ActionRefused("bad_link", " ".join(error.messages)) from error
