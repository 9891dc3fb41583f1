"""/kerja/pelaporan/: who has reported, for one program and period; and the same as a file."""

from decimal import Decimal

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from dashboard.listing import Tab, address, page_of
from dashboard.pages import Page, crumbs
from dashboard.selectors.links import unit_title
from dashboard.selectors.report_board import ATTENTION, board_of, kept_in, rows_of, share
from dashboard.work.board_filter import BoardFilter, shown_deadline
from dashboard.work.frame import show
from programs.models import Deadline
from programs.obligations import DueState
from programs.punctuality import Punctuality
from rakor.lib.dates import format_date
from records.sheet_files import CSV, XLSX, csv_file, xlsx_file
from regions.access import reach_of

PAGE_SIZE = 50
FILES = {"csv": (csv_file, CSV), "xlsx": (xlsx_file, XLSX)}


@require_safe
def report_board(request):
    deadlines = Deadline.objects.visible_to(request.user)
    shown = asked_for(request, deadlines)
    if shown is None:
        return show(request, "report_board.html", Page(_("Belum ada kalender pelaporan")), {})
    board = board_of(request.user, shown.schedule.program, shown.period)
    state = request.GET.get("keadaan", "")
    page = page_of(request, board.in_state(state if state in DueState.values else ""), PAGE_SIZE)
    context = {
        "filter": BoardFilter(deadlines, shown, request=request),
        "shown": shown,
        "board": board,
        "in_time": share(board.counted.in_time, board.counted.due, board.counted.timeliness),
        "complete": share(board.counted.complete, board.counted.due, board.counted.completeness),
        "tabs": tabs(request, board, state),
        "listed": page,
        "rows": rows_of(list(page), shown.schedule.year),
        "may_take": request.user.has_perm("programs.export_report"),
        "query": request.GET.urlencode(),
    }
    trail = crumbs((_("Laporan"), reverse("work:report-list")), _("Siapa sudah melapor"))
    return show(request, "report_board.html", Page(heading(board), crumbs=trail), context)


def asked_for(request, deadlines):
    """The deadline shown; who runs programs begins at one of them."""
    today = timezone.localdate()
    own = [agency for agency, _province in reach_of(request.user, "programs.view_report").programs]
    if own and not request.GET.get("program"):
        of_own = shown_deadline(deadlines.filter(schedule__program__agency__in=own), request.GET, today)
        if of_own:
            return of_own
    return shown_deadline(deadlines, request.GET, today)


def heading(board):
    """ "8 dari 11 sudah melapor, 2 terlambat"."""
    if not board.standing:
        return _("Tidak ada yang wajib melapor")
    said = _("%(number)d dari %(total)d sudah melapor") % {
        "number": board.received,
        "total": len(board.standing),
    }
    if not board.late:
        return said
    late = ngettext("%(number)d terlambat", "%(number)d terlambat", board.late) % {"number": board.late}
    return f"{said}, {late}"


def tabs(request, board, chosen):
    states = [
        Tab(str(one.label), address(request, keadaan=one.value), board.numbers[one], one == chosen)
        for one in ATTENTION
        if board.numbers[one] or one == chosen
    ]
    nothing_chosen = not any(tab.current for tab in states)
    return [Tab(_("Semua"), address(request, keadaan=""), len(board.standing), nothing_chosen), *states]


@require_safe
def report_board_file(request, kind):
    """Every unit of the board, whatever tab and page it is on."""
    shown = asked_for(request, Deadline.objects.visible_to(request.user))
    if shown is None or kind not in FILES:
        raise Http404(kind)
    board = board_of(request.user, shown.schedule.program, shown.period)
    make, content_type = FILES[kind]
    response = HttpResponse(make(*board_table(board, shown.schedule.year)), content_type=content_type)
    name = slugify(f"pelaporan-{shown.schedule.program.code}-{shown.period.year}-{shown.period.code}")
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return response


def board_table(board, year):
    """(titles, rows): how each unit stands, and its figures over the year so far."""
    titles = [
        _("kode"),
        _("daerah/instansi"),
        _("paling lambat"),
        _("keadaan"),
        _("masuk"),
        _("pemeriksaan"),
        _("jatuh tempo setahun"),
        _("masuk setahun"),
        _("tepat waktu setahun"),
        _("lengkap setahun"),
        _("ketepatan waktu (%)"),
        _("kelengkapan (%)"),
    ]
    kept = kept_in(board.standing, year)
    return titles, [table_row(one, kept.get(one.unit.pk, Punctuality())) for one in board.standing]


def table_row(owed, kept):
    return [
        owed.unit.code,
        unit_title(owed.unit),
        format_date(owed.due_on),
        str(owed.due_state().label),
        format_date(owed.received_on) if owed.received_on else "",
        owed.report.get_state_display() if owed.report else "",
        kept.due,
        kept.received,
        kept.in_time,
        kept.complete,
        two_places(kept.timeliness),
        two_places(kept.completeness),
    ]


def two_places(percent):
    return None if percent is None else percent.quantize(Decimal("0.01"))
