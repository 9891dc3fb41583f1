"""PPKS of Kalimantan Barat: fourteen regencies and the province's recap of them. All figures are invented."""

from datetime import date

from dashboard.demo import calendars, sheets
from programs.choices import Frequency, Level, PartKind
from programs.models import Observation, Part

SENT, RECAP, ACCEPTED = date(2024, 7, 5), date(2024, 7, 22), date(2024, 7, 25)
LATE = ("61.10", "61.11")
PROVINCE = "Dinas Sosial Provinsi Kalimantan Barat"


def tell(stage):
    """Semester I of 2024: two regencies late, one that the province had to report for, six figures apart."""
    admin, verifier = stage.people["admin-instansi"], stage.people["verifikator-kalbar"]
    calendars.make_schedule(
        stage,
        stage.programs["PPKS"],
        2024,
        Frequency.SEMESTER,
        {"SM1": (date(2024, 7, 10), 21)},
        owner="61",
    )
    own = sheets.rows_of("ppks-kabkota-sm1-2024.csv")
    sheets.make_sources(stage, {row["sumber"]: row["kode_wilayah"] for row in own}, Level.REGENCY)
    sheets.make_sources(stage, {PROVINCE: "61-dinsos"}, Level.PROVINCE)
    in_time = sheets.written([row for row in own if row["kode_wilayah"] not in LATE])
    too_late = sheets.written([row for row in own if row["kode_wilayah"] in LATE])
    batches = [
        sheets.bring(stage, "ppks-kabkota-sm1-2024.csv", SENT, by=admin, content=in_time),
        sheets.bring(stage, "ppks-melawi-kayong-utara.csv", date(2024, 7, 15), by=admin, content=too_late),
        sheets.bring(stage, "ppks-provinsi-sm1-2024.csv", RECAP, by=admin),
    ]
    sheets.accept(batches, ACCEPTED, by=verifier)
    break_down()


def break_down():
    """Two figures of Sanggau by kecamatan; of the children on the street most cells are under 5."""
    rows = sheets.rows_of("ppks-kecamatan-sanggau.csv")
    observations = {
        said.measurement.indicator.code: said
        for said in Observation.objects.filter(
            measurement__unit__code="61.03",
            measurement__indicator__code__in={row["kode_indikator"] for row in rows},
            source__level=Level.REGENCY,
        ).select_related("measurement__indicator")
    }
    Part.objects.bulk_create(
        Part(
            observation=observations[row["kode_indikator"]],
            kind=PartKind.DISTRICT,
            label=row["kecamatan"],
            value=row["nilai"],
        )
        for row in rows
    )
