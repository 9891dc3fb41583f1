"""Figures that differ, at invented Rakor: some settled there by a berita acara, some left to the next one.

Two provinces, each with a Rakor that was held and one to come. None is public, so that no figure agreed here
stands beside what officials truly said.
"""

from datetime import date, timedelta

from django.utils import timezone

from dashboard.demo import clock
from dashboard.demo.desk import KEPT
from meetings.actions import close_rakor
from meetings.choices import Kind, Level, RakorState, RecordSource
from meetings.models import Series
from meetings.settling import carry_to_rakor, settle_at_rakor
from programs.choices import Cause
from programs.models import Difference
from programs.settling import Agreed
from regions.choices import UnitKind


def tell(stage):
    social_welfare(stage, timezone.localdate())
    family_hope(stage, timezone.localdate())


def social_welfare(stage, today):
    """Kalimantan Barat: two figures settled together, one waits for the next Rakor, two lie open."""
    admin, verifier = stage.people["admin-instansi"], stage.people["verifikator-kalbar"]
    held, coming = (
        rakor(
            stage, f"Rakor sinkronisasi data PPKS {when}", "sinkronisasi-ppks", day, "61", "61-dinsos", "PPKS"
        )
        for when, day in (
            ("semester I 2024 (contoh)", date(2024, 8, 20)),
            ("(contoh)", today + timedelta(days=18)),
        )
    )
    kubu_raya, ketapang, pontianak = (
        difference(unit, indicator)
        for unit, indicator in (("61.12", "PPKS-08"), ("61.04", "PPKS-08"), ("61.71", "PPKS-21"))
    )
    settle(
        held,
        [
            Agreed(kubu_raya, Cause.DOUBLE, word_of(kubu_raya, "Dinas Sosial Kab. Kubu Raya")),
            Agreed(ketapang, Cause.PARTIAL, word_of(ketapang, "Dinas Sosial Kab. Ketapang")),
        ],
        by=verifier,
        reason="Dicocokkan baris demi baris: rekap provinsi memuat data ganda dan data parsial (contoh).",
        minutes_number="BA-CONTOH/01/PPKS/2024",
        text="Angka lanjut usia terlantar Kubu Raya dan Ketapang memakai data kabupatennya (contoh).",
    )
    with clock.on(today - timedelta(days=2)):
        carry_to_rakor([pontianak], coming, by=admin)
    close(stage, held)


def family_hope(stage, today):
    """Muaro Jambi settles its own figure at its periodic Rakor; two of the province wait for another."""
    held = rakor(
        stage,
        "Rakor PKH Kabupaten Muaro Jambi, pemadanan data (contoh)",
        "pemadanan-pkh-muaro-jambi",
        date(2024, 6, 11),
        "15.05",
        "15.05-dinsos",
        "PKH",
        series=Series.objects.get(slug="pkh-muaro-jambi"),
        level=Level.REGENCY,
    )
    coming = rakor(
        stage,
        "Rakor sinkronisasi data PKH se-Provinsi Jambi (contoh)",
        "sinkronisasi-pkh",
        today + timedelta(days=25),
        "15",
        "15-dinsos",
        "PKH",
    )
    own = difference("15.05", "PKH-KPM")
    settle(
        held,
        [Agreed(own, Cause.MOVED, word_of(own, "Dinsos Kab. Muaro Jambi"))],
        by=stage.verifier,
        reason="Verval pendamping mengeluarkan KPM yang pindah atau meninggal (contoh).",
        minutes_number="BA-CONTOH/02/PKH/2024",
        text="KPM aktif Muaro Jambi triwulan I 2024 memakai hasil verval pendamping (contoh).",
    )
    with clock.on(today - timedelta(days=3)):
        carry_to_rakor([difference(unit, "PKH-KPM") for unit in ("15.07", "15.71")], coming, by=stage.admin)
    close(stage, held)


def rakor(stage, title, slug, day, region, organiser, program, **fields):
    """Held if its day is over, else to come."""
    is_over = day < timezone.localdate()
    made = stage.rakor(
        title,
        f"{day:%Y-%m-%d}-{slug}",
        day,
        region=region,
        organiser=organiser,
        programs=[program],
        kind=Kind.TEAM,
        summary="Dikarang untuk memperlihatkan sinkronisasi data.",
        state=RakorState.HELD if is_over else RakorState.SCHEDULED,
        record_source=RecordSource.DOCUMENT if is_over else RecordSource.DIRECT,
        **KEPT,
        **fields,
    )
    stage.invite(made, organiser)
    if made.region.kind == UnitKind.PROVINCE:
        stage.invite(made, group="Dinas Sosial kabupaten/kota", regencies_of=region)
    return made


def settle(held, agreed, **act):
    """On the day of the Rakor, by its berita acara."""
    with clock.on(held.starts_on):
        settle_at_rakor(agreed, rakor=held, minutes_on=held.starts_on, **act)


def close(stage, held):
    held.refresh_from_db()
    close_rakor(held, by=stage.people["notulis"])


def difference(unit, indicator):
    """The one of a unit's figure of 2024, with what the agenda of a Rakor says about it."""
    about = (
        "measurement__indicator",
        "measurement__unit",
        "measurement__period",
        "measurement__report__program",
    )
    return Difference.objects.select_related(*about).get(
        measurement__unit__code=unit,
        measurement__indicator__code=indicator,
        measurement__period__year=2024,
    )


def word_of(difference, source):
    return difference.measurement.observations.get(source__name=source)
