"""Rakor BKD, Jambi, 9 April 2019: three open issues. The year is inferred, and the record says so."""

from datetime import date

from meetings.choices import Attendance, OutcomeKind, RoleKind


def tell(stage):
    series = stage.series(
        "Rakor BKD se-Provinsi Jambi",
        "bkd-jambi",
        "15",
        level="provinsi",
        organiser=stage.unit("15-bkd"),
        rotates_host=True,
        next_host_note="Kabupaten/kota lain di Provinsi Jambi; belum ditetapkan.",
    )
    rakor = stage.rakor(
        "Rakor manajemen kepegawaian BKD se-Provinsi Jambi",
        "2019-04-09-bkd-jambi",
        date(2019, 4, 9),
        region="15",
        organiser="15-bkd",
        host="15",
        series=series,
        venue="Aula Gedung Bappeda Provinsi Jambi",
        place="Jambi",
        programs=["KEPEGAWAIAN"],
        summary="Sisa K2, tenaga kontrak rumah sakit, dan kewenangan guru SMA/SMK dibahas bersama BKN "
        "dan KASN.",
        date_note="Sumber hanya menyebut «Selasa (9/4)»; tahun 2019 disimpulkan dari hari, tanggal, dan "
        "pejabat.",
        source_name="Berita JAPOS.CO",
    )
    governor = stage.role(rakor, RoleKind.OPENED, "Gubernur Jambi", "Fachrori Umar", "15")
    stage.role(rakor, RoleKind.DIRECTED, "Gubernur Jambi", "Fachrori Umar", "15")
    head = stage.role(rakor, RoleKind.SPEAKER, "Kepala BKD Provinsi Jambi", "Husairi", "15-bkd")
    invitations(stage, rakor)
    former, _contract, _teachers = issues(stage, rakor)
    outcomes(stage, rakor, governor, head, former)


def invitations(stage, rakor):
    present, unknown = Attendance.PRESENT, "Jumlah tidak disebut"
    stage.invite(rakor, "bkn-regional-vii", attendance=present)
    stage.invite(rakor, "kasn", attendance=present)
    stage.invite(rakor, "kemenpanrb")
    stage.invite(rakor, group="Kepala perangkat daerah Provinsi Jambi", attendance=present, note=unknown)
    stage.invite(
        rakor, group="Kepala BKD kabupaten/kota", attendance=present, regencies_of="15", note=unknown
    )


def issues(stage, rakor):
    common = {"programs": ["KEPEGAWAIAN"]}
    return (
        stage.issue(
            rakor,
            "Sisa tenaga honorer K2 yang belum terakomodasi",
            cause="Tidak lulus saat tes.",
            competent="kemenpanrb",
            note="P3K ditangani Kementerian PANRB.",
            **common,
        ),
        stage.issue(
            rakor,
            "Tenaga kontrak di rumah sakit",
            note="Instansi yang berwenang tidak disebut dalam sumber; pemberhentian pegawai urusan KASN.",
            units=["kasn"],
            **common,
        ),
        stage.issue(
            rakor,
            "Kewenangan guru SMA/SMK",
            cause="Dialihkan dari kabupaten/kota ke provinsi.",
            competent="15",
            **common,
        ),
    )


def outcomes(stage, rakor, governor, head, former):
    stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Rakor menjadi tempat mengevaluasi semua program dan kegiatan, supaya provinsi dan kabupaten/kota "
        "sinkron.",
        governor,
    )
    stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Penyalahgunaan tugas dan wewenang oleh aparatur diproses menurut ketentuan.",
        governor,
    )
    budget = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Anggaran pelaksanaan dibicarakan dengan TAPD; gaji, formasi, dan hal teknis dengan perangkat "
        "daerah terkait.",
        head,
    )
    contract = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "P3K angkatan pertama diisi tenaga honorer yang sudah bekerja; datanya dari Kementerian PANRB.",
        head,
        former,
    )
    host = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Rakor tahun berikutnya diadakan di kabupaten/kota lain di Provinsi Jambi; tuan rumah belum "
        "ditetapkan.",
        head,
    )
    follow_ups(stage, budget, contract, host)


def follow_ups(stage, budget, contract, host):
    """Invented, and marked so; what they ask for is in the source."""
    stage.sample_follow_up(
        budget,
        "Membicarakan anggaran pelaksanaan dengan TAPD",
        "15-bkd",
        date(2019, 4, 30),
        claimed=date(2019, 4, 26),
        verdict="sesuai",
    )
    stage.sample_follow_up(
        contract,
        "Mengoordinasikan gaji, formasi, dan hal teknis P3K",
        "15-bkd",
        date(2019, 5, 31),
        claimed=date(2019, 6, 10),
        verdict="Formasi guru belum dilampirkan.",
    )
    stage.sample_follow_up(host, "Menetapkan tuan rumah Rakor tahun berikutnya", "15-bkd", date(2019, 12, 31))
