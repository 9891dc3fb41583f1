"""Monitoring and evaluation of ASN performance, Tanjung Jabung Barat, 2 September 2021; an MoU of ten."""

from datetime import date

from meetings.choices import Attendance, Kind, Level, Nature, OutcomeKind, Qualifier, RoleKind
from meetings.models import Agreement, AgreementParty

DAY = date(2021, 9, 2)
PARTIES = (
    "15.06-setda",
    "15.06-p3ap2kb",
    "15.06-parpora",
    "15.06-bpbd",
    "15.06-dinsos",
    "15.06-koperindag",
    "15.06-pmd",
    "15.06-disdikbud",
    "15.06-rsud",
    "15.06-tirta-pengabuan",
)
PAPERS = (
    "Paparan RPJMD",
    "Paparan Reformasi Birokrasi (RB)",
    "Paparan SAKIP",
    "Paparan Monitoring Centre for Prevention (MCP)",
    "Paparan penilaian kinerja PNS",
)


def tell(stage):
    rakor = stage.rakor(
        "Monitoring dan evaluasi penilaian kinerja ASN Kabupaten Tanjung Jabung Barat",
        "2021-09-02-kinerja-asn-tanjab-barat",
        DAY,
        region="15.06",
        organiser="15.06",
        host="15.06",
        kind=Kind.MONITORING,
        level=Level.REGENCY,
        venue="Balai Pertemuan",
        place="Tanjung Jabung Barat",
        programs=["KINERJA-ASN"],
        summary="Nilai kinerja individu belum sejalan dengan nilai perangkat daerah; sepuluh pihak "
        "menandatangani nota kesepakatan dengan Kejaksaan Negeri.",
        source_name="Berita RAGAMNARASI.ID",
    )
    regent = stage.role(
        rakor, RoleKind.DIRECTED, "Bupati Tanjung Jabung Barat", "Drs. H. Anwar Sadat, M.Ag.", "15.06"
    )
    prosecutor = stage.role(
        rakor,
        RoleKind.SPEAKER,
        "Kepala Kejaksaan Negeri Tanjung Jabung Barat",
        "Togar Rafilion, S.H.",
        "15.06-kejari",
    )
    stage.agenda(rakor, *PAPERS, "Penandatanganan nota kesepakatan")
    invitations(stage, rakor)
    issue = stage.issue(
        rakor,
        "Nilai kinerja individu belum sinkron dengan nilai kinerja perangkat daerah",
        cause="Sasaran kinerja pegawai (SKP) disusun kurang tepat.",
        competent="15.06",
        programs=["KINERJA-ASN"],
    )
    outcomes(stage, rakor, regent, issue)
    agreement(stage, rakor)
    figures(stage, rakor, prosecutor)


def invitations(stage, rakor):
    stage.invite(rakor, "15.06-kejari", attendance=Attendance.PRESENT)
    stage.invite(rakor, "15.06-setda", attendance=Attendance.PRESENT, note="Sekretaris Daerah dan asisten")
    stage.invite(
        rakor,
        group="Kepala perangkat daerah, instansi, dan kepala bagian",
        attendance=Attendance.PRESENT,
        note="Jumlah tidak disebut",
    )


def outcomes(stage, rakor, regent, issue):
    work = stage.outcome(
        rakor,
        OutcomeKind.DIRECTION,
        "Perangkat daerah diminta menunjukkan kerja nyata, bukan konsep, agar program tepat sasaran dan "
        "tidak boros.",
        regent,
        issue,
    )
    assets = stage.outcome(
        rakor, OutcomeKind.DIRECTION, "Kendaraan dinas dijaga dan dirawat sebagai aset pemerintah.", regent
    )
    stage.sample_follow_up(
        work,
        "Menyelaraskan sasaran kinerja pegawai dengan perjanjian kinerja perangkat daerah",
        "15.06-setda",
        date(2021, 12, 31),
        claimed=date(2021, 12, 20),
        verdict="sesuai",
        indicator="ASN-SELISIH",
    )
    stage.sample_follow_up(
        assets,
        "Mendata keadaan kendaraan dinas",
        "15.06-setda",
        date(2021, 10, 29),
        claimed=date(2021, 11, 12),
        verdict="sesuai",
    )


def agreement(stage, rakor):
    signed = Agreement.objects.create(
        rakor=rakor,
        title="Nota kesepakatan sepuluh pihak dengan Kejaksaan Negeri Tanjung Jabung Barat",
        signed_on=DAY,
        note="Nomor dan masa berlaku tidak dimuat dalam sumber.",
    )
    for order, code in enumerate(PARTIES, 1):
        AgreementParty.objects.create(agreement=signed, side=1, order=order, unit=stage.unit(code))
    AgreementParty.objects.create(agreement=signed, side=2, order=1, unit=stage.unit("15.06-kejari"))


def figures(stage, rakor, prosecutor):
    common = {"measure_unit": "SKK", "by_role": prosecutor}
    stage.figure(rakor, "Surat Kuasa Khusus yang ditangani", 25, **common)
    stage.figure(rakor, "Surat Kuasa Khusus, pengajuan baru", 10, **common)
    stage.figure(
        rakor,
        "Surat Kuasa Khusus yang akan menyusul",
        50,
        qualifier=Qualifier.ABOUT,
        nature=Nature.PLANNED,
        **common,
    )
