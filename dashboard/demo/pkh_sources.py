"""Families in PKH of Jambi, triwulan I of 2024: the ministry, the province, each regency. All invented.

The ministry produces the figure. Five regencies lie past the tolerance; four said it in another unit (jiwa)
or of another day, which is no difference but cannot be compared.
"""

from datetime import date

from dashboard.demo import calendars, sheets
from programs.choices import Frequency, Level

MINISTRY, PROVINCE = "Kemensos (SIKS-NG)", "Dinsos Provinsi Jambi"


def tell(stage):
    calendars.make_schedule(
        stage,
        stage.programs["PKH"],
        2024,
        Frequency.QUARTER,
        {"TW1": (date(2024, 4, 10), None)},
        owner="15",
    )
    own = sheets.rows_of("pkh-kabkota-tw1-2024.csv")
    sheets.make_sources(stage, {MINISTRY: "kemensos"}, Level.CENTRAL)
    sheets.make_sources(stage, {PROVINCE: "15-dinsos"}, Level.PROVINCE)
    sheets.make_sources(stage, {row["sumber"]: row["kode_wilayah"] for row in own}, Level.REGENCY)
    batches = [
        sheets.bring(stage, name, day, by=stage.people[who])
        for name, day, who in (
            ("pkh-kemensos-tw1-2024.csv", date(2024, 4, 3), "admin-kemensos"),
            ("pkh-provinsi-tw1-2024.csv", date(2024, 4, 8), "admin-provinsi"),
            ("pkh-kabkota-tw1-2024.csv", date(2024, 4, 16), "admin-provinsi"),
        )
    ]
    sheets.accept(batches, date(2024, 4, 18), by=stage.verifier)
