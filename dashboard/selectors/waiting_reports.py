"""Reports, imports and evaluations that wait for a person."""

from datetime import timedelta

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from dashboard.selectors.links import unit_title
from dashboard.selectors.waiting import Group, Place, Row, Waiting
from evaluations.models import Round
from programs.batches import batches_open_to
from programs.choices import ReportState
from programs.models import Deadline, Report
from rakor.lib.dates import format_date
from records.choices import BatchState
from records.models import ImportBatch

REPORTS = Place("programs_report", "work:report-detail", "work:report-list")
IMPORTS = Place("records_importbatch")
ROUNDS = Place("evaluations_round")

A_WEEK = timedelta(days=7)


def reports(user, action, state):
    found = Report.objects.open_to(user, action).filter(state=state).with_progress()
    return found.select_related("unit", "program", "period").order_by("period__ends_on", "pk")


def report_list(state):
    return {"admin_query": f"?state__exact={state}", "work_query": f"?keadaan={state}"}


def report_title(report):
    """ "Konflik sosial B12 2022 · Kabupaten Kerinci"."""
    return f"{report.program.short_name} {report.period} · {unit_title(report.unit)}"


def filled(report):
    return _("%(filled)d dari %(asked)d indikator terisi") % {"filled": report.filled, "asked": report.asked}


def returned_reports(user):
    """What a verifier gave back, with the reason."""
    if not user.has_perm("programs.submit_report"):
        return None
    found = reports(user, "submit", ReportState.RETURNED)

    def row(report):
        reason = _("Verifikator: «%(reason)s»") % {"reason": report.returned_reason}
        heading = _("Laporan %(report)s dikembalikan") % {"report": report_title(report)}
        sample = report.program.is_sample
        return Row(str(report), reason, heading, is_late=True, is_sample=sample)

    title, query = _("Laporan yang dikembalikan"), report_list(ReportState.RETURNED)
    return Waiting(title, Group.ATTENTION, found, row, REPORTS, "back", **query)


def unsent_reports(user):
    """Drafts whose period is over and for which no calendar sets a day; the others are late or due soon."""
    if not user.has_perm("programs.submit_report"):
        return None
    found = reports(user, "submit", ReportState.DRAFT).filter(period__ends_on__lt=timezone.localdate())
    asked = Deadline.objects.filter(schedule__program=OuterRef("program"), period=OuterRef("period"))
    found = found.exclude(Exists(asked))

    def row(report):
        ended = _("Periode berakhir %(day)s.") % {"day": format_date(report.period.ends_on)}
        heading = _("Laporan %(report)s belum dikirim") % {"report": report_title(report)}
        return Row(str(report), f"{ended} {filled(report)}", heading, is_sample=report.program.is_sample)

    title, query = _("Laporan yang belum dikirim"), report_list(ReportState.DRAFT)
    return Waiting(title, Group.ATTENTION, found, row, REPORTS, **query)


def draft_reports(user):
    """Drafts of a period that still runs."""
    if not user.has_perm("programs.submit_report"):
        return None
    found = reports(user, "submit", ReportState.DRAFT).filter(period__ends_on__gte=timezone.localdate())

    def row(report):
        heading = _("Laporan %(report)s") % {"report": report_title(report)}
        return Row(str(report), filled(report), heading, is_sample=report.program.is_sample)

    title, query = _("Draf laporan"), report_list(ReportState.DRAFT)
    return Waiting(title, Group.DRAFTS, found, row, REPORTS, **query)


def reports_to_judge(user):
    """Sent by somebody else."""
    if not user.has_perm("programs.accept_report"):
        return None
    found = reports(user, "accept", ReportState.SUBMITTED).exclude(submitted_by=user)
    found = found.select_related("submitted_by").order_by("submitted_at", "pk")

    def row(report):
        sent = _("Dikirim %(who)s, %(day)s.") % {
            "who": report.submitted_by,
            "day": format_date(timezone.localdate(report.submitted_at)),
        }
        heading = _("Laporan %(report)s menunggu pemeriksaan") % {"report": report_title(report)}
        return Row(str(report), f"{sent} {filled(report)}", heading, is_sample=report.program.is_sample)

    title, query = _("Laporan yang perlu diperiksa"), report_list(ReportState.SUBMITTED)
    return Waiting(title, Group.ATTENTION, found, row, REPORTS, **query)


def accepted_reports(user):
    """Of the last seven days."""
    since = timezone.now() - A_WEEK
    found = Report.objects.visible_to(user).filter(state=ReportState.ACCEPTED, accepted_at__gte=since)
    found = found.select_related("unit", "program", "period").order_by("-accepted_at", "pk")

    def row(report):
        day = format_date(timezone.localdate(report.accepted_at))
        heading = _("Laporan %(report)s") % {"report": report_title(report)}
        meta = _("Diterima %(day)s") % {"day": day}
        return Row(str(report), meta, heading, is_sample=report.program.is_sample)

    title, query = _("Laporan yang diterima"), report_list(ReportState.ACCEPTED)
    return Waiting(title, Group.DONE, found, row, REPORTS, "check", **query)


def imports_to_accept(user):
    """Sheets that somebody else brought in, whose rows count once a second person accepts them."""
    if not user.has_perm("records.accept_importbatch"):
        return None
    confirmed = ImportBatch.objects.filter(state=BatchState.CONFIRMED).exclude(imported_by=user)
    found = batches_open_to(confirmed, user, "accept").select_related("file", "imported_by")

    def row(batch):
        day = format_date(timezone.localdate(batch.imported_at))
        said = {"who": batch.imported_by, "day": day, "rows": batch.rows_total}
        meta = _("Diimpor %(who)s, %(day)s. %(rows)d baris") % said
        heading = _("Impor %(file)s menunggu orang kedua") % {"file": batch.file.original_name}
        return Row(batch.file.original_name, meta, heading)

    title, query = _("Impor yang menunggu orang kedua"), f"?state__exact={BatchState.CONFIRMED}"
    order = found.order_by("imported_at", "pk")
    return Waiting(title, Group.ATTENTION, order, row, IMPORTS, "sheet", query, query)


def rounds(user, action):
    """Those that this person may determine, or publish, as they stand; computed by somebody else."""
    if not user.has_perm(f"evaluations.{action}_round"):
        return None
    found = Round.objects.open_to(user, action).exclude(computed_by=user)
    return found.select_related("instrument", "region", "period").order_by("as_of", "pk")


def rounds_to_determine(user):
    """Computed by somebody else."""
    found = rounds(user, "determine")
    if found is None:
        return None

    def row(round_):
        heading = _("Evaluasi %(round)s menunggu penetapan") % {"round": round_}
        return Row(str(round_), round_.get_state_display(), heading)

    title = _("Evaluasi yang perlu ditetapkan")
    return Waiting(title, Group.ATTENTION, found, row, ROUNDS, "seal")


def rounds_to_publish(user):
    """Determined, and not told to anybody yet."""
    found = rounds(user, "publish")
    if found is None:
        return None

    def row(round_):
        heading = _("Evaluasi %(round)s menunggu pengumuman") % {"round": round_}
        return Row(str(round_), round_.get_state_display(), heading)

    title = _("Evaluasi yang perlu diumumkan")
    return Waiting(title, Group.ATTENTION, found, row, ROUNDS, "seal")
