"""Writing judgements: a round is computed, determined and published, each step by somebody with a name.

Every action is atomic, writes its ledger line in the same transaction, and goes from one state to the next by
compare-and-set, so that of two people pressing at once the second is told.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _

from evaluations import scoring
from evaluations.choices import ReleaseKind, RoundKind, RoundState
from evaluations.facts import facts_of
from evaluations.method import method_of, sentence
from evaluations.models import Release, Score
from evaluations.small_cells import refuse_bare_cells
from evaluations.texts import recorded_text, round_header, score_rows
from records import ledger, sealing
from records.choices import Action
from records.refusals import ActionRefused, reason_of, refuse_personal
from records.transitions import move
from records.versions import Overtaken, claim

__all__ = ["compute", "determine", "open_review", "publish", "record_release", "withdraw"]

COMPUTABLE = (RoundState.DRAFT, RoundState.COMPUTED, RoundState.REVIEW)
OPEN = (RoundState.COMPUTED, RoundState.REVIEW)


def _advance(round_, action, *, to, among, by, reason="", **fields):
    """Move a round on, if it still stands where this person saw it; else say who was faster."""
    if not move(round_, action, among=among, by=by, reason=reason, unsaid=("text",), state=to, **fields):
        raise ActionRefused(
            "round_moved_on",
            _("Evaluasi ini sudah berubah atau tidak berada pada tahap ini. Muat ulang halamannya."),
        )


def _judged(round_):
    """The canonical text of a round as the figures stand now; refused with everything that is wrong."""
    round_.instrument.refresh_from_db()  # its numbers as the database keeps them, not as somebody set them
    facts = facts_of(round_)
    method = method_of(round_.instrument)
    try:
        result = scoring.judge(method, facts.readings)
    except scoring.ScoringError as error:
        sentences = " ".join(str(sentence(problem)) for problem in error.problems)
        raise ActionRefused(error.code, sentences) from error
    if not result.units:
        raise ActionRefused(
            "no_regencies", _("Provinsi ini belum mempunyai kabupaten/kota untuk diperingkat.")
        )
    return scoring.release_text(round_header(round_, facts), method, facts.readings, result)


@transaction.atomic
def compute(round_, *, by):
    """Score and rank every regency of the round from verified figures. May be repeated until determined."""
    text = _judged(round_)
    instrument = round_.instrument
    if not instrument.is_frozen:
        _freeze(instrument, by)
    _advance(
        round_,
        Action.COMPUTE,
        to=RoundState.COMPUTED,
        among=COMPUTABLE,
        by=by,
        computed_at=timezone.now(),
        computed_by=by,
        text=text,
        sha256=scoring.digest(text),
    )
    round_.scores.all().delete()
    Score.objects.bulk_create(score_rows(text, round_=round_), batch_size=1000)
    return round_


def _freeze(instrument, by):
    """From now on the instrument stands; whoever has its form open, or was just saving it, is told."""
    before = ledger.snapshot(instrument)
    try:
        claim(instrument)
    except Overtaken:
        raise ActionRefused(
            "instrument_moved_on", _("Instrumen ini baru saja diubah. Periksa, lalu hitung lagi.")
        ) from None
    instrument.frozen_at = timezone.now()
    ledger.save(instrument, Action.COMPUTE, by=by, reason=_("Dipakai menghitung evaluasi"), before=before)


@transaction.atomic
def open_review(round_, *, by):
    """Masa klarifikasi dan sanggahan begins."""
    _advance(round_, Action.REVIEW, to=RoundState.REVIEW, among=(RoundState.COMPUTED,), by=by)
    return round_


@transaction.atomic
def determine(round_, *, by, basis_number="", basis_on=None):
    """Freeze and hash inputs and result. By a second person; refused if figures moved since computing."""
    _refuse_the_same(
        round_.computed_by_id, by, _("Evaluasi ditetapkan oleh orang lain, bukan yang menghitung.")
    )
    if round_.state in OPEN and _judged(round_) != round_.text:
        raise ActionRefused(
            "figures_moved",
            _("Angka berubah sejak evaluasi ini dihitung. Hitung ulang, lalu tetapkan."),
        )
    refuse_bare_cells(round_)
    before = ledger.snapshot(round_)
    round_.basis_number = basis_number or round_.basis_number
    round_.basis_on = basis_on or round_.basis_on
    text = _judged(round_) if round_.state in OPEN else round_.text
    _advance(
        round_,
        Action.DETERMINE,
        to=RoundState.DETERMINED,
        among=OPEN,
        by=by,
        before=before,
        determined_at=timezone.now(),
        determined_by=by,
        basis_number=round_.basis_number,
        basis_on=round_.basis_on,
        text=text,
        sha256=scoring.digest(text),
    )
    return round_


@transaction.atomic
def withdraw(round_, *, by, reason):
    """Take a round back before it was published; its number is never given again."""
    among = (*COMPUTABLE, RoundState.DETERMINED)
    _advance(round_, Action.WITHDRAW, to=RoundState.WITHDRAWN, among=among, by=by, reason=reason_of(reason))
    return round_


@transaction.atomic
def publish(round_, *, by, announced_at=None, reason="", **source):
    """Make the determined round a release that nothing changes any more. By someone who did not compute it.

    Where the ranking has a release already, this is its correction (ralat) and needs a `reason`. `source` may
    name source_name, source_url, source_on and basis of the figures.
    """
    _refuse_the_same(
        round_.computed_by_id, by, _("Penetapan diumumkan oleh orang lain, bukan yang menghitung.")
    )
    refuse_bare_cells(round_)
    instrument = round_.instrument
    simulation = round_.kind == RoundKind.SIMULATION
    release = Release(
        kind=ReleaseKind.SIMULATION if simulation else ReleaseKind.COMPUTED,
        title=_title(instrument.program, round_.period, round_.region),
        subject=_subject(instrument.program),
        program=instrument.program,
        period=round_.period,
        region=round_.region,
        category=instrument.category,
        instrument=instrument,
        round=round_,
        announced_at=announced_at or round_.announced_at,
        precision=instrument.precision,
        places=round_.scores.count(),
        text=round_.text,
        sha256=round_.sha256,
        computed_by=round_.computed_by,
        **{"basis": instrument.basis[:200], **source},
    )
    _number(release, reason)
    _advance(
        round_,
        Action.PUBLISH,
        to=RoundState.PUBLISHED,
        among=(RoundState.DETERMINED,),
        by=by,
        published_at=timezone.now(),
        published_by=by,
        announced_at=release.announced_at,
    )
    return _store(release, by=by)


@transaction.atomic
def record_release(*, by, program, period, region, ranks, units, subject, source_name, reason="", **fields):
    """Write down a ranking that was decided elsewhere.

    `ranks` are (unit, rank, score or None); the other `units` of the ranking are "tidak diumumkan". `fields`
    may name title, category, announced_at, basis, source_url, source_on, source_file and precision.
    """
    placed = {unit.code: (rank, score) for unit, rank, score in ranks}
    unknown = sorted(set(placed) - {unit.code for unit in units})
    if unknown or len(placed) != len(ranks):
        raise ActionRefused(
            "unit_outside_ranking",
            _("Daerah berikut tidak termasuk peringkat ini atau tertulis dua kali: %(codes)s.")
            % {"codes": ", ".join(unknown) or ", ".join(sorted(unit.code for unit, _r, _s in ranks))},
        )
    if not placed:
        raise ActionRefused("no_ranks", _("Tulis sedikitnya satu peringkat yang diumumkan."))
    rows = [(unit.code, *placed.get(unit.code, (None, None))) for unit in units]
    title = fields.pop("title", "") or _title(program, period, region)
    header = {
        "basis": fields.get("basis", ""),
        "category": fields.get("category", ""),
        "kind": str(ReleaseKind.RECORDED),
        "period": {"code": period.code, "year": period.year},
        "program": {"code": program.code, "name": program.name},
        "region": {"code": region.code, "name": region.name},
        "source": {
            "name": source_name,
            "on": fields.get("source_on"),
            "url": fields.get("source_url", ""),
        },
        "units": {unit.code: unit.name for unit in units},
    }
    text = recorded_text(header, rows)
    release = Release(
        kind=ReleaseKind.RECORDED,
        title=title,
        subject=subject,
        program=program,
        period=period,
        region=region,
        places=len(rows),
        source_name=source_name,
        text=text,
        sha256=scoring.digest(text),
        **fields,
    )
    _number(release, reason)
    if release.corrects:
        message = _("Ralat dicatat oleh orang lain, bukan yang mencatat penetapan sebelumnya.")
        _refuse_the_same(release.corrects.published_by_id, by, message)
    return _store(release, by=by)


def _number(release, reason):
    """Name the ranking and count the release; a second one of a ranking is a correction of the first."""
    release.ranking = _ranking(release)
    previous = Release.objects.filter(ranking=release.ranking).order_by("-number").first()
    if previous and not reason.strip():
        raise ActionRefused(
            "correction_reason_missing",
            _("Peringkat ini sudah pernah ditetapkan. Tulis alasan ralatnya."),
        )
    release.number = previous.number + 1 if previous else 1
    release.corrects, release.reason = previous, reason if previous else ""


def _store(release, *, by):
    """Write a release, its index of scores and its ledger line."""
    refuse_personal(release.title, release.subject, release.basis, release.source_name, release.reason)
    release.published_at, release.published_by = timezone.now(), by
    head = sealing.head()
    release.ledger_head = head.mac if head else ""
    release.save(force_insert=True)
    Score.objects.bulk_create(score_rows(release.text, release=release), batch_size=1000)
    changes = ledger.changes_between({}, ledger.snapshot(release))
    del changes["text"]  # its digest stands there
    ledger.write(release, Action.PUBLISH, by=by, changes=changes, reason=release.reason)
    return release


def _ranking(release):
    """The name of a ranking across its releases: "mcp-2018-jambi", "pks-2022-b08-jambi-kota"."""
    period = release.period
    parts = [release.program.code, str(period.year)]
    if period.code != "TAHUNAN":
        parts.append(period.code)
    parts += [release.region.name, release.category]
    if release.is_simulation:
        parts.append("simulasi")
    name = slugify("-".join(part for part in parts if part))
    if Release.objects.filter(ranking=name).exclude(program=release.program).exists():
        return f"{name}-{release.program_id}"
    return name


def _title(program, period, region):
    when = period.year if period.code == "TAHUNAN" else str(period)
    return f"{program.short_name} {region.name} {when}"


def _subject(program):
    """The program's name as it stands inside a sentence; an acronym keeps its capitals."""
    name = program.name
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def _refuse_the_same(first_id, by, message):
    if first_id == by.pk:
        raise ActionRefused("second_person_needed", message)
