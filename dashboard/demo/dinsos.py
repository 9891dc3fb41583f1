"""Rakor of the social agencies of Kalimantan Barat, 1 August 2024: figures differ, entries are partial."""

from datetime import date

from meetings.choices import Attendance, OutcomeKind, RoleKind


def tell(stage):
    rakor = stage.rakor(
        "Rakor Dinas Sosial se-Kalimantan Barat",
        "2024-08-01-dinsos-kalbar",
        date(2024, 8, 1),
        region="61",
        organiser="61-dinsos",
        host="61",
        venue="Hotel Grand Mahkota Pontianak",
        place="Pontianak",
        programs=["PPKS"],
        summary="Data bantuan sosial belum sinkron karena pengisian masih parsial; empat belas "
        "kabupaten/kota diminta memutakhirkan data PPKS setiap tahun.",
        source_name="Berita Pemerintah Provinsi Kalimantan Barat",
        source_on=date(2024, 8, 1),
    )
    secretary = stage.role(
        rakor,
        RoleKind.OPENED,
        "Sekretaris Daerah Provinsi Kalimantan Barat",
        "Mohammad Bari, S.Sos., M.Si.",
        "61-setda",
        prefix="Pj.",
    )
    head = stage.role(
        rakor,
        RoleKind.SPEAKER,
        "Kepala Dinas Sosial Provinsi Kalimantan Barat",
        "Drs. Raminuddin, M.Si.",
        "61-dinsos",
    )
    stage.invite(rakor, "61-dinsos", attendance=Attendance.PRESENT)
    stage.invite(
        rakor,
        group="Dinas Sosial kabupaten/kota se-Kalimantan Barat",
        regencies_of="61",
        expected=14,
        note="Kehadiran per daerah tidak disebut",
    )
    issue = stage.issue(
        rakor,
        "Data penerima bantuan sosial belum sinkron",
        cause="Pengisian oleh pusat, provinsi, dan kabupaten/kota masih parsial; bukan karena kesalahan.",
        competent="61-dinsos",
        units=["kemensos", "bulog", "kemenko-pmk"],
        programs=["PPKS"],
        note="Bantuan bersumber dari antara lain Kementerian Sosial, Bulog, dan Kemenko PMK.",
    )
    outcomes(stage, rakor, secretary, head, issue)


def outcomes(stage, rakor, secretary, head, issue):
    yearly = stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Data PPKS di 14 kabupaten/kota tersedia dan dimutakhirkan setiap tahun, supaya pelayanan tepat "
        "sasaran.",
        secretary,
        issue,
    )
    stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Rakor menjadi wadah menyinkronkan program sosial antara pusat, provinsi, dan kabupaten/kota.",
        secretary,
        issue,
    )
    partial = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Ketidaksinkronan berasal dari pengisian yang parsial; yang disinkronkan terutama data penerima "
        "bantuan.",
        head,
        issue,
    )
    stage.sample_follow_up(
        yearly,
        "Memutakhirkan data PPKS semester I 2024",
        "61.01",
        date(2024, 9, 30),
        claimed=date(2024, 9, 24),
        verdict="sesuai",
        indicator="PPKS-MUTAKHIR",
    )
    stage.sample_follow_up(
        yearly,
        "Memutakhirkan data PPKS semester I 2024",
        "61.12",
        date(2024, 9, 30),
        claimed=date(2024, 10, 21),
        verdict="sesuai",
        indicator="PPKS-MUTAKHIR",
    )
    stage.sample_follow_up(
        partial,
        "Memadankan data penerima bantuan sosial dengan Kementerian Sosial",
        "61-dinsos",
        date(2024, 12, 31),
        indicator="PPKS-MUTAKHIR",
    )
