"""Rankings announced and awards handed over, on the page of a Rakor."""

import pytest

from tests import factories as make
from tests.dashboard import reading

pytestmark = pytest.mark.django_db

NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
def rakor(jambi):
    return make.make_rakor(region=jambi)


def read(client, rakor):
    return reading.read(client, rakor.get_absolute_url())


class TestResults:
    def test_a_recorded_ranking_and_its_certificates(self, client, rakor, jambi, kerinci):
        release = make.make_release(
            title="Kinerja Timdu 2022", region=jambi, places=11, announced_at=rakor, ranking="pks-2022-jambi"
        )
        make.make_score(release, kerinci, rank=1)
        award = make.make_award(release, kerinci, title="Sertifikat", rakor=rakor)
        bupati = make.make_role(rakor, office="Bupati Muaro Jambi", kind="penyerah")
        through = make.make_role(
            rakor, office="Asisten III", kind="penyerah", representation="melalui", principal=bupati
        )
        award.givers.set([bupati, through])
        page = read(client, rakor)
        assert '<a href="/peringkat/pks-2022-jambi/">Kinerja Timdu 2022</a>' in page
        assert '<span class="r-top3__no">I</span>' in page
        assert "Sepuluh daerah lain tidak diumumkan." in page
        assert f"Sertifikat, peringkat{NBSP}I" in page
        assert "<span>Bupati Muaro Jambi, melalui Asisten III</span>" in page

    def test_who_handed_over_all_of_them_is_said_once(self, client, rakor, jambi, kerinci, merangin):
        release = make.make_release(region=jambi)
        giver = make.make_role(rakor, office="Kepala BPN", kind="penyerah")
        for unit in (kerinci, merangin):
            make.make_award(release, unit, rakor=rakor).givers.add(giver)
        page = read(client, rakor)
        assert "Diserahkan oleh Kepala BPN. Penerima tidak disebut." in page
        assert 'data-l="Diserahkan oleh"' not in page

    def test_only_the_correction_in_force_is_shown(self, client, rakor, jambi):
        old = make.make_release("mcp", title="Keliru", region=jambi, announced_at=rakor)
        make.make_release(
            "mcp", title="Ralat", region=jambi, number=2, corrects=old, reason="x", announced_at=rakor,
            program=old.program, period=old.period,
        )  # fmt: skip
        page = read(client, rakor)
        assert "Ralat" in page
        assert "Keliru" not in page

    def test_a_simulation_and_its_awards_never_stand_beside_real_ones(self, client, rakor, jambi, kerinci):
        round_ = make.make_round(region=jambi, kind="simulasi")
        release = make.make_release(
            title="Gabungan",
            kind="simulasi",
            round=round_,
            instrument=round_.instrument,
            region=jambi,
            announced_at=rakor,
        )
        make.make_score(release, kerinci, rank=1)
        make.make_award(release, kerinci, title="Piagam gabungan", rakor=rakor)
        for page in (read(client, rakor), reading.read(client, "/daerah/15.01/")):
            assert "gabungan" not in page.casefold()
