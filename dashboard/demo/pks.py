"""Penanganan konflik sosial, Jambi, 7 November 2022: the first three were announced, the other eight not."""

from datetime import date

from evaluations.actions import record_release
from evaluations.choices import AwardKind
from evaluations.models import Award
from meetings.choices import Attendance, Kind, OutcomeKind, Representation, RoleKind
from programs.models import Period
from regions.models import Regency

DAY = date(2022, 11, 7)
NEWS = {"source_name": "Berita Badan Kesbangpol Kabupaten Kerinci", "source_on": DAY}
BASIS = "Permendagri 42/2015"
ANNOUNCED = (("15.01", 1), ("15.04", 2), ("15.02", 3))


def tell(stage):
    series = stage.series(
        "Rakor Timdu penanganan konflik sosial Provinsi Jambi",
        "pks-jambi",
        "15",
        level="provinsi",
        organiser=stage.unit("15-kesbangpol"),
    )
    rakor = stage.rakor(
        "Rakor Tim Terpadu Penanganan Konflik Sosial se-Provinsi Jambi",
        "2022-11-07-pks-jambi",
        DAY,
        region="15",
        organiser="15-kesbangpol",
        host="15.05",
        series=series,
        kind=Kind.TEAM,
        venue="Aula Nang Inang, Kantor Bupati Muaro Jambi",
        place="Muaro Jambi",
        programs=["PKS"],
        summary="Capaian Timdu kabupaten/kota dievaluasi; Kerinci, Batanghari, dan Merangin menerima "
        "sertifikat.",
        **NEWS,
    )
    givers, explained = roles(stage, rakor)
    invitations(stage, rakor)
    outcomes(stage, rakor, explained)
    ranking(stage, rakor, givers)


def roles(stage, rakor):
    """Five officials handed the certificates over; the Bupati through his Asisten III."""
    give = RoleKind.HANDED_OVER
    bupati = stage.role(rakor, give, "Bupati Muaro Jambi", unit="15.05")
    assistant = stage.role(
        rakor,
        give,
        "Asisten III",
        unit="15.05-setda",
        principal=bupati,
        representation=Representation.THROUGH,
    )
    binda = stage.role(rakor, give, "Kepala BIN Daerah Jambi", "Brigjen Pol David Irawan", "15-binda")
    bpn = stage.role(rakor, give, "Kepala BPN", unit="15-bpn")
    polda = stage.role(rakor, give, "Direktur Reskrimum Polda Jambi", unit="15-polda")
    head = stage.role(
        rakor, give, "Kepala Badan Kesbangpol Provinsi Jambi", "H. Mukti Said, SE, ME", "15-kesbangpol"
    )
    explained = stage.role(
        rakor,
        RoleKind.SPEAKER,
        "Kepala Bidang Konflik Badan Kesbangpol Provinsi Jambi",
        "H. Qamaruzaman, SE, MM",
        "15-kesbangpol",
        principal=head,
        representation=Representation.THROUGH,
    )
    return [bupati, assistant, binda, bpn, polda, head], explained


def invitations(stage, rakor):
    present = Attendance.PRESENT
    stage.invite(rakor, "15.05", attendance=Attendance.REPRESENTED, represented_by="Asisten III")
    for code in ("15-kesbangpol", "15-binda", "15-bpn", "15-polda"):
        stage.invite(rakor, code, attendance=present)
    stage.invite(
        rakor, group="Timdu kabupaten/kota se-Provinsi Jambi", regencies_of="15", note="Jumlah tidak disebut"
    )


def outcomes(stage, rakor, explained):
    stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Rakor 2022 mengevaluasi capaian kinerja seluruh Timdu kabupaten/kota menurut Permendagri 42/2015.",
        explained,
    )
    reporting = stage.outcome(
        rakor,
        OutcomeKind.INFORMATION,
        "Capaian seluruh Timdu dinyatakan sesuai target, terutama pelaporan B‑02. (B‑02 dicatat sebagai "
        "keadaan akhir Februari; kode caturwulan ialah B04, B08, dan B12.)",
        explained,
    )
    standard = stage.outcome(
        rakor,
        OutcomeKind.RECOMMENDATION,
        "Cara kerja yang sudah berjalan dijadikan patokan dalam menyusun program berikutnya.",
        explained,
    )
    stage.sample_follow_up(
        reporting,
        "Melengkapi data dukung laporan B12",
        "15.04-kesbangpol",
        date(2023, 1, 30),
        claimed=date(2023, 2, 8),
        verdict="sesuai",
        indicator="PKS-LAPOR",
    )
    stage.sample_follow_up(
        reporting,
        "Menyampaikan laporan B12 tepat waktu",
        "15.01-kesbangpol",
        date(2023, 1, 15),
        claimed=date(2023, 1, 12),
        verdict="sesuai",
        indicator="PKS-LAPOR",
    )
    stage.sample_follow_up(
        standard,
        "Menyusun rencana aksi terpadu 2023 menurut patokan yang disepakati",
        "15.02-kesbangpol",
        date(2023, 3, 31),
        claimed=date(2023, 3, 20),
        verdict="Naskah belum ditandatangani ketua Timdu.",
        indicator="PKS-RENAKSI",
    )


def ranking(stage, rakor, givers):
    units = list(Regency.objects.of_province(stage.unit("15")))
    release = record_release(
        by=stage.admin,
        program=stage.programs["PKS"],
        period=Period.objects.named(2022, "TAHUNAN"),
        region=stage.unit("15"),
        units=units,
        ranks=[(stage.unit(code), place, None) for code, place in ANNOUNCED],
        subject="penanganan konflik sosial",
        title="Capaian kinerja Timdu penanganan konflik sosial Jambi 2022",
        announced_at=rakor,
        basis=BASIS,
        **NEWS,
    )
    for code, place in ANNOUNCED:
        award = Award.objects.create(
            release=release,
            unit=stage.unit(code),
            kind=AwardKind.CERTIFICATE,
            title="Sertifikat Penghargaan Capaian Kinerja Timdu Penanganan Konflik Sosial",
            rank=place,
            rakor=rakor,
            handed_on=DAY,
        )
        award.givers.set(givers)
