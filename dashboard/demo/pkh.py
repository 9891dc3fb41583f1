"""The periodic PKH Rakor of Muaro Jambi, 4 March 2024: 54 companions, and an allowance raised fivefold."""

from datetime import date

from meetings.choices import Attendance, Cadence, Level, OutcomeKind, RoleKind


def tell(stage):
    series = stage.series(
        "Rakor PKH Kabupaten Muaro Jambi",
        "pkh-muaro-jambi",
        "15.05",
        Cadence.PERIODIC,
        level="kabkota",
        organiser=stage.unit("15.05-dinsos"),
    )
    rakor = stage.rakor(
        "Rakor PKH Kabupaten Muaro Jambi",
        "2024-03-04-pkh-muaro-jambi",
        date(2024, 3, 4),
        region="15.05",
        organiser="15.05-dinsos",
        host="15.05-dinsos",
        series=series,
        level=Level.REGENCY,
        venue="Ruang Pola Kantor Dinas Sosial Kabupaten Muaro Jambi",
        place="Sengeti",
        programs=["PKH"],
        summary="Tali asih pendamping naik dari Rp100.000 menjadi Rp500.000 per bulan; verifikasi "
        "dan validasi data belum tuntas.",
        source_name="Berita dari Sengeti, Maret 2024",
    )
    regent = stage.role(
        rakor, RoleKind.OPENED, "Bupati Muaro Jambi", "Bachyuni Deliansyah", "15.05", prefix="Pj."
    )
    head = stage.role(
        rakor, RoleKind.SPEAKER, "Kepala Dinas Sosial Muaro Jambi", "Rosa Candra Budhi", "15.05-dinsos"
    )
    invitations(stage, rakor)
    issues = [
        stage.issue(
            rakor,
            "Keluhan atas ketidaktepatan penerima bantuan PKH",
            cause="Data terpadu yang menjadi dasar penetapan penerima belum tuntas.",
            competent="15.05-dinsos",
            programs=["PKH"],
        ),
        stage.issue(
            rakor,
            "Verifikasi dan validasi data terpadu belum tuntas 100 %",
            competent="15.05-dinsos",
            programs=["PKH"],
        ),
    ]
    outcomes(stage, rakor, regent, head, *issues)
    figures(stage, rakor, head)


def invitations(stage, rakor):
    present = Attendance.PRESENT
    stage.invite(rakor, "15.05-dinsos", attendance=present)
    stage.invite(rakor, group="Pendamping PKH", attendance=present, attended=54)
    stage.invite(rakor, group="Koordinator PKH kabupaten", attendance=present)
    stage.invite(rakor, group="Administrator pangkalan data", attendance=present)


def outcomes(stage, rakor, regent, head, complaints, validation):
    together = stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Dinas Sosial, kecamatan, desa/kelurahan, dan pendamping memperkuat kerja sama agar data penerima "
        "mutakhir dan tidak tumpang tindih.",
        regent,
        complaints,
    )
    stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Tali asih pendamping PKH pada 2024 sebesar Rp500.000 per bulan selama setahun, sebelumnya "
        "Rp100.000.",
        head,
    )
    finish = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Pelaksanaan tugas sepanjang 2023 dievaluasi; verifikasi dan validasi data dilanjutkan pada 2024.",
        head,
        validation,
    )
    stage.sample_follow_up(
        together,
        "Memadankan data penerima dengan kecamatan dan desa/kelurahan",
        "15.05-dinsos",
        date(2024, 6, 28),
        claimed=date(2024, 6, 25),
        verdict="sesuai",
        indicator="PKH-KPM",
    )
    stage.sample_follow_up(
        finish,
        "Menuntaskan verifikasi dan validasi data penerima PKH",
        "15.05-dinsos",
        date(2024, 12, 31),
        claimed=date(2024, 12, 30),
        verdict="Tujuh desa belum menyampaikan berita acara.",
        indicator="PKH-VERVAL",
    )


def figures(stage, rakor, head):
    stage.figure(
        rakor,
        "Tali asih pendamping PKH",
        500_000,
        measure_unit="rupiah per bulan",
        period="2024, selama setahun",
        previous_value=100_000,
        previous_period="2023",
        by_role=head,
        as_printed="tahun 2004",
    )
    stage.figure(rakor, "Pendamping PKH", 54, measure_unit="orang", by_role=head)
