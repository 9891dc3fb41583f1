"""Reporting on a follow-up and checking it: who says "selesai" is never who finds it so."""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.choices import Role, Scope
from meetings.choices import ReviewKind
from meetings.models import Review
from records import ledger
from records.choices import Action
from records.refusals import ActionRefused, refuse_personal
from records.versions import Overtaken, claim
from regions.access import assignments_of
from regions.models import Unit

VERDICTS = (ReviewKind.ACCEPTED, ReviewKind.RETURNED, ReviewKind.IMPOSSIBLE)
"""What only a second person may say."""

OWNING_ROLES = (Role.OPERATOR, Role.AGENCY_ADMIN)


@transaction.atomic
def add_review(follow_up, kind, *, by, reviewed_on=None, remark="", rakor=None, evidence=None, **details):
    """Note what happened to a follow-up: progress, a claim, or a verdict by somebody who does not own it.

    Each takes the follow-up's next version: who judges something that was reported on or judged meanwhile, or
    saves its form, is told. `details` may name evidence_url and by_unit.
    """
    reviewed_on = reviewed_on or timezone.localdate()
    remark = remark.strip()
    if reviewed_on > timezone.localdate():
        raise ActionRefused("in_future", _("Tanggal pemeriksaan belum tiba."))
    refuse_personal(remark)
    if kind in VERDICTS:
        refuse_own_verdict(follow_up, by)
    if kind == ReviewKind.RETURNED and not remark:
        raise ActionRefused("remark_missing", _("Tulis apa yang belum sesuai, agar dapat diperbaiki."))
    if kind == ReviewKind.IMPOSSIBLE and evidence is None:
        message = _("«Tidak dapat ditindaklanjuti» memerlukan surat yang ditandatangani. Lampirkan suratnya.")
        raise ActionRefused("document_missing", message)
    _claim(follow_up, by)
    review = Review(
        follow_up=follow_up,
        kind=kind,
        reviewed_on=reviewed_on,
        remark=remark,
        rakor=rakor,
        evidence=evidence,
        by=by,
        **details,
    )
    return ledger.save(review, Action.CREATE, by=by, before={})


def _claim(follow_up, by):
    try:
        claim(follow_up)
    except Overtaken:
        message = _("Tindak lanjut ini berubah sejak Anda membukanya. Muat ulang dan baca yang baru.")
        raise ActionRefused("follow_up_moved_on", message) from None
    changes = {"version": [str(follow_up.version - 1), str(follow_up.version)]}
    ledger.write(follow_up, Action.CHANGE, by=by, changes=changes)


def refuse_own_verdict(follow_up, by):
    """A verdict comes neither from who claimed the work done nor from the unit that has to do it."""
    if follow_up.reviews.filter(kind=ReviewKind.CLAIMED, by=by).exists():
        message = _("Anda yang mengajukan tindak lanjut ini selesai. Minta orang lain memeriksanya.")
        raise ActionRefused("own_claim", message)
    if answers_for(by, follow_up.responsible):
        message = _(
            "Anda petugas %(unit)s, penanggung jawab tindak lanjut ini. Minta orang lain memeriksanya."
        )
        raise ActionRefused("own_follow_up", message % {"unit": follow_up.responsible})


def answers_for(user, unit):
    """Whether a person is an officer of this unit, or of the one it stands under."""
    served = [
        assignment.unit_id
        for assignment in assignments_of(user)
        if assignment.role in OWNING_ROLES and assignment.scope in (Scope.OWN_UNIT, Scope.OWN_PROGRAM)
    ]
    above = Q(pk__in=served) | Q(parent__in=served) | Q(parent__parent__in=served)
    return Unit.objects.filter(above, pk=unit.pk).exists()
