from django.utils.translation import gettext_noop

from records.append_only import Guard
from records.two_persons import SecondPerson

BROUGHT_BY_THE_JUDGE = (
    "{row}.state = 'diterima' AND EXISTS (SELECT 1 FROM programs_observation o "
    "JOIN programs_measurement m ON m.id = o.measurement_id "
    "WHERE m.report_id = {row}.id AND o.observed_by_id = {row}.accepted_by_id AND o.retracts_id IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM programs_observation r WHERE r.retracts_id = o.id))"
)

GUARDS = (
    Guard(
        "programs_observation",
        gettext_noop("Pengamatan hanya dapat ditambah; yang keliru dicabut."),
    ),
    Guard(
        "programs_target",
        gettext_noop("Target hanya dapat ditambah; perubahan adalah target baru."),
    ),
    SecondPerson(
        "programs_report",
        gettext_noop("Laporan diterima oleh orang yang tidak memasukkan angkanya."),
        when=BROUGHT_BY_THE_JUDGE,
    ),
)
