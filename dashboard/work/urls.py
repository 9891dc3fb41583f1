"""The addresses of officials' daily work, all under /kerja/."""

from django.urls import path

from dashboard.work import (
    differences,
    figures,
    follow_ups,
    indicators,
    notices,
    parts,
    programs,
    rakor,
    report_accepting,
    report_board,
    report_due,
    report_list,
    report_proofs,
    report_verdicts,
    reports,
    settling,
    sync_rates,
    today,
)

app_name = "work"
urlpatterns = [
    path("", today.today, name="today"),
    # laporan/
    path("laporan/", report_list.report_list, name="report-list"),
    path("laporan/terima/", report_accepting.report_accept, name="report-accept"),
    path("laporan/mulai/", report_due.report_start, name="report-start"),
    path("laporan/bukti/<int:pk>/", report_proofs.report_evidence, name="report-evidence"),
    path("laporan/<int:pk>/", reports.report_detail, name="report-detail"),
    path("laporan/<int:pk>/periksa/", report_verdicts.report_judge, name="report-judge"),
    path("laporan/<int:pk>/buka/", report_verdicts.report_reopen, name="report-reopen"),
    path("laporan/<int:pk>/rincian/<int:indicator>/", parts.parts, name="parts"),
    # sinkronisasi/
    path("sinkronisasi/", differences.difference_list, name="difference-list"),
    path("sinkronisasi/tingkat/", sync_rates.sync_rates, name="sync-rates"),
    path("sinkronisasi/selesaikan/", settling.difference_settle, name="difference-settle"),
    path("sinkronisasi/bawa/", settling.difference_carry, name="difference-carry"),
    # program/ and indikator/
    path("program/", programs.program_list, name="program-list"),
    path("program/<int:pk>/", programs.program_detail, name="program-detail"),
    path("indikator/<int:pk>/", indicators.indicator_detail, name="indicator-detail"),
    # angka/
    path("angka/<int:pk>/", figures.figure_detail, name="figure-detail"),
    # pelaporan/
    path("pelaporan/", report_board.report_board, name="report-board"),
    path("pelaporan/daftar.<slug:kind>", report_board.report_board_file, name="report-board-file"),
    # tindak-lanjut/
    path("tindak-lanjut/", follow_ups.follow_up_list, name="follow-up-list"),
    path("tindak-lanjut/<slug:reference>/", follow_ups.follow_up_detail, name="follow-up-detail"),
    # pemberitahuan/
    path("pemberitahuan/", notices.notice_list, name="notice-list"),
    path("pemberitahuan/dibaca/", notices.notice_read_all, name="notice-read-all"),
    path("pemberitahuan/<int:pk>/", notices.notice_open, name="notice-open"),
    # rakor/
    path("rakor/", rakor.rakor_list, name="rakor-list"),
    path("rakor/<int:pk>/", rakor.rakor_detail, name="rakor-detail"),
    # files, each as a download
    path("dokumen/<int:pk>/", rakor.document, name="document"),
    path("bukti/<int:pk>/", follow_ups.evidence, name="evidence"),
    path("sumber/<int:pk>/", figures.document, name="figure-document"),
]
