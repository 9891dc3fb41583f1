from django.utils.translation import gettext_noop

from records.append_only import Guard
from records.two_persons import SecondPerson

BROUGHT_BY_THE_JUDGE = (
    "{row}.state = 'diterima' AND EXISTS (SELECT 1 FROM programs_observation o "
    "JOIN programs_measurement m ON m.id = o.measurement_id "
    "WHERE m.report_id = {row}.id AND o.observed_by_id = {row}.accepted_by_id AND o.retracts_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM programs_observation r WHERE r.retracts_id = o.id))"
)

SETTLED_BY_ITS_WRITER = (
    "EXISTS (SELECT 1 FROM programs_settlement s JOIN programs_observation o ON o.id = {row}.observation_id "
    "WHERE s.id = {row}.settlement_id AND s.settled_by_id = o.observed_by_id "
    "AND o.observed_at < s.settled_at)"
)
"""A figure that no source said is observed by the settlement itself, at its very time."""

GUARDS = (
    Guard(
        "programs_observation",
        gettext_noop("Pengamatan hanya dapat ditambah; yang keliru dicabut."),
    ),
    Guard(
        "programs_target",
        gettext_noop("Target hanya dapat ditambah; perubahan adalah target baru."),
    ),
    Guard(
        "programs_extension",
        gettext_noop("Perpanjangan hanya dapat ditambah; perubahan adalah perpanjangan baru."),
    ),
    Guard(
        "programs_reportstep",
        gettext_noop("Langkah laporan hanya dapat ditambah."),
    ),
    Guard(
        "programs_remark",
        gettext_noop("Catatan pemeriksaan hanya dapat ditambah."),
    ),
    Guard(
        "programs_settlement",
        gettext_noop("Penyelesaian hanya dapat ditambah; yang keliru diselesaikan lagi."),
    ),
    Guard(
        "programs_settledfigure",
        gettext_noop("Angka yang disepakati hanya dapat ditambah; yang keliru diselesaikan lagi."),
    ),
    Guard(
        "programs_part",
        gettext_noop("Rincian hanya dapat ditambah; perubahan adalah pengamatan baru."),
    ),
    SecondPerson(
        "programs_settledfigure",
        gettext_noop("Selisih diselesaikan oleh orang yang tidak memasukkan angka yang dipilih."),
        when=SETTLED_BY_ITS_WRITER,
    ),
    SecondPerson(
        "programs_report",
        gettext_noop("Laporan diterima oleh orang yang tidak memasukkan angkanya."),
        when=BROUGHT_BY_THE_JUDGE,
    ),
)
