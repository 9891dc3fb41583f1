"""What still stands between a Rakor and its closing, each in one sentence."""

from django.utils.translation import gettext as _

from meetings.choices import RakorState, RecordSource
from meetings.models import FollowUp
from rakor.lib.dates import format_date

CLOSABLE = (RakorState.HELD,)
CLOSABLE_ARCHIVE = (RakorState.DRAFT, RakorState.SCHEDULED, RakorState.HELD)


def is_archive(rakor):
    """Recorded afterwards, from papers or the press: what those do not say cannot be asked for."""
    return rakor.record_source in (RecordSource.DOCUMENT, RecordSource.NEWS)


def closing_problems(rakor):
    """Sentences that say what is missing; an archive record needs none of it."""
    if is_archive(rakor):
        return []
    problems = []
    if not rakor.outcomes.exists():
        problems.append(_("Belum ada rumusan hasil. Catat sekurangnya satu."))
    follow_ups = FollowUp.objects.filter(outcome__rakor=rakor).order_by("outcome__number", "id")
    return problems + [sentence for one in follow_ups for sentence in follow_up_problems(one, rakor)]


def follow_up_problems(follow_up, rakor):
    reference = {"reference": follow_up.reference, "what": str(follow_up)}
    if follow_up.due_on is None:
        yield _("%(reference)s «%(what)s» belum memiliki batas waktu.") % reference
    elif follow_up.due_on < rakor.starts_on:
        yield _("%(reference)s «%(what)s»: batas waktunya (%(due)s) mendahului Rakor.") % {
            **reference,
            "due": format_date(follow_up.due_on),
        }
