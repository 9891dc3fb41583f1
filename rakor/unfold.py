"""How the admin looks: names, colours, and the menu in the order of the chain."""

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import gettext_lazy as _

MENU = (
    (_("Rapat"), (
        (_("Rakor"), "meetings.rakor", "groups"),
        (_("Permasalahan"), "meetings.issue", "help"),
        (_("Rumusan hasil"), "meetings.outcome", "gavel"),
        (_("Tindak lanjut"), "meetings.followup", "checklist"),
        (_("Rakor berkala"), "meetings.series", "event_repeat"),
    )),
    (_("Angka"), (
        (_("Laporan"), "programs.report", "description"),
        (_("Realisasi"), "programs.measurement", "monitoring"),
        (_("Sinkronisasi data"), "programs.difference", "sync_alt"),
        (_("Penyelesaian selisih"), "programs.settlement", "handshake"),
        (_("Target"), "programs.target", "flag"),
        (_("Kalender pelaporan"), "programs.schedule", "calendar_month"),
        (_("Perpanjangan"), "programs.extension", "more_time"),
        (_("Impor"), "records.importbatch", "upload_file"),
        (_("Program"), "programs.program", "category"),
        (_("Indikator"), "programs.indicator", "straighten"),
        (_("Pasangan indikator"), "programs.indicatorpair", "compare_arrows"),
        (_("Periode"), "programs.period", "date_range"),
        (_("Sumber"), "programs.source", "source"),
    )),
    (_("Peringkat"), (
        (_("Instrumen"), "evaluations.instrument", "tune"),
        (_("Evaluasi"), "evaluations.round", "calculate"),
        (_("Penetapan"), "evaluations.release", "military_tech"),
        (_("Penghargaan"), "evaluations.award", "workspace_premium"),
    )),
    (_("Daerah dan instansi"), (
        (_("Provinsi"), "regions.province", "map"),
        (_("Kabupaten/Kota"), "regions.regency", "location_city"),
        (_("Instansi"), "regions.agency", "account_balance"),
    )),
    (_("Orang dan catatan"), (
        (_("Pengguna"), "accounts.user", "person"),
        (_("Buku perubahan"), "records.change", "history"),
        (_("Berkas"), "records.storedfile", "folder"),
    )),
)  # fmt: skip


def demo_mark(request):
    """The words beside the site's name while the demo runs."""
    return [_("MODE DEMO"), "warning"] if settings.DEMO else None


def navigation(request):
    """The menu: of each group the lists that this person may read."""
    from django.urls import reverse_lazy

    today = {"title": _("Hari ini"), "icon": "today", "link": reverse_lazy("admin:index")}
    groups = [{"title": title, "items": items(request, lists)} for title, lists in MENU]
    work = {"title": _("Ruang kerja"), "icon": "home_work", "link": reverse_lazy("work:today")}
    return [{"items": [today, work]}, *(group for group in groups if group["items"])]


def items(request, lists):
    from django.contrib import admin
    from django.urls import reverse

    by_label = {model._meta.label_lower: one for model, one in admin.site._registry.items()}
    return [
        {"title": title, "icon": icon, "link": reverse(f"admin:{label.replace('.', '_')}_changelist")}
        for title, label, icon in lists
        if label in by_label and by_label[label].has_view_or_change_permission(request)
    ]


def mark(request):
    return static("img/mark.svg")


UNFOLD = {
    "SITE_TITLE": "Rakor",
    "SITE_HEADER": "Rakor",
    "SITE_SUBHEADER": _("Rapat koordinasi, tindak lanjut, peringkat"),
    "SITE_SYMBOL": "hub",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": mark}],
    "SITE_URL": "/",
    "SHOW_VIEW_ON_SITE": False,
    "ENVIRONMENT": "rakor.unfold.demo_mark",
    "DASHBOARD_CALLBACK": "dashboard.admin_index.add_today",
    "STYLES": [lambda request: static("admin/rakor/admin.css")],
    "SCRIPTS": [lambda request: static("admin/rakor/labels.js")],
    "SIDEBAR": {"show_search": False, "navigation": "rakor.unfold.navigation"},
    "BORDER_RADIUS": "3px",
    "COLORS": {
        # Tarum, the brand's hue (#0b5563), from pale to dark.
        "primary": {
            "50": "#eef6f7",
            "100": "#d9ebee",
            "200": "#b3d6dc",
            "300": "#85bac4",
            "400": "#4f97a5",
            "500": "#267887",
            "600": "#0b5563",
            "700": "#094753",
            "800": "#073a44",
            "900": "#052d35",
            "950": "#031c22",
        }
    },
}
