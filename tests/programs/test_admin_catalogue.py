"""Programs, indicators, periods, sources and targets in the admin: each keeps the own part."""

import re

import pytest
from django.urls import reverse

from programs.differences import recompare
from programs.models import Difference, Indicator, Period, Program, Source, Target
from records.models import Change
from tests import factories as make
from tests.adminform import read_form

pytestmark = pytest.mark.django_db


def page(model, act="changelist", obj=None):
    return reverse(f"admin:programs_{model._meta.model_name}_{act}", args=[obj.pk] if obj else [])


def text(response):
    return re.sub(r"\s+", " ", response.content.decode())


def program(**fields):
    return {"name": "Program uji", "short_name": "Uji", "code": "UJI", "visibility": "publik", **fields}


def indicator(**fields):
    return {
        "name": "Indikator uji",
        "code": "UJI-1",
        "measure_unit": "nilai",
        "polarity": "naik",
        "accumulation": "last",
        "decimals": "2",
        "tolerance_percent": "1",
        "tolerance_days": "0",
        "visibility": "publik",
        **fields,
    }


class TestPrograms:
    def test_rina_adds_one_of_jambi(self, rina, jambi, logged_in):
        logged_in(rina).post(page(Program, "add"), program(owner=jambi.pk))
        made = Program.objects.get()
        assert made.owner_id == jambi.pk
        assert Change.objects.about(made).get().by == rina

    def test_rina_adds_no_national_one(self, rina, jambi, logged_in):
        response = logged_in(rina).post(page(Program, "add"), program())
        assert "Pilih provinsi pemilik atau instansi yang Anda kelola" in text(response)
        assert not Program.objects.exists()

    def test_rina_adds_none_of_kalbar(self, rina, kalbar, logged_in):
        logged_in(rina).post(page(Program, "add"), program(owner=kalbar.pk))
        assert not Program.objects.exists()

    def test_wayan_adds_one_of_the_own_agency(self, wayan, dinsos, logged_in):
        logged_in(wayan).post(page(Program, "add"), program(agency=dinsos.pk))
        assert Program.objects.get().agency_id == dinsos.pk

    def test_suri_adds_a_national_one(self, suri, logged_in):
        logged_in(suri).post(page(Program, "add"), program())
        assert Program.objects.get().owner is None

    def test_rina_changes_hers_and_not_the_national_one(self, rina, jambi, logged_in):
        client = logged_in(rina)
        own, national = make.make_program("SENDIRI", owner=jambi), make.make_program("NASIONAL")
        for obj, code in ((own, "SENDIRI"), (national, "NASIONAL")):
            fields = program(name="Nama baru", code=code, owner=jambi.pk, seen_version=1)
            client.post(page(Program, "change", obj), fields)
        assert Program.objects.get(pk=own.pk).name == "Nama baru"
        assert Program.objects.get(pk=national.pk).name != "Nama baru"
        assert client.get(page(Program, "change", national)).status_code == 200

    def test_rina_does_not_give_hers_away(self, rina, jambi, kalbar, logged_in):
        own = make.make_program("SENDIRI", owner=jambi)
        fields = program(code="SENDIRI", owner=kalbar.pk, seen_version=1)
        logged_in(rina).post(page(Program, "change", own), fields)
        assert Program.objects.get().owner_id == jambi.pk

    @pytest.mark.parametrize("who", ["budi", "vera", "nia", "pimpin", "ani"])
    def test_others_read_and_do_not_add(self, request, logged_in, jambi, who):
        client = logged_in(request.getfixturevalue(who))
        assert client.get(page(Program)).status_code == 200
        assert client.post(page(Program, "add"), program(owner=jambi.pk)).status_code == 403

    def test_a_code_already_used_is_said_at_its_field(self, rina, jambi, logged_in):
        make.make_program("UJI", owner=jambi)
        response = logged_in(rina).post(page(Program, "add"), program(owner=jambi.pk))
        assert "Kode ini sudah dipakai di provinsi ini." in text(response)
        assert "Program uji" in text(response)


class TestIndicators:
    def test_rina_adds_one(self, rina, jambi, logged_in):
        kept = make.make_program("P", owner=jambi)
        fields = indicator(program=kept.pk, owner=jambi.pk, scale_min="0", scale_max="100")
        logged_in(rina).post(page(Indicator, "add"), fields)
        assert Indicator.objects.get().scale_max == 100

    def test_a_scale_upside_down_is_refused_in_words(self, rina, jambi, logged_in):
        kept = make.make_program("P", owner=jambi)
        fields = indicator(program=kept.pk, owner=jambi.pk, scale_min="100", scale_max="0")
        response = logged_in(rina).post(page(Indicator, "add"), fields)
        assert "Batas atas skala harus lebih besar daripada batas bawahnya." in text(response)
        assert not Indicator.objects.exists()

    @pytest.mark.parametrize(("typed", "state"), [({"tolerance_percent": "5"}, "sinkron"), ({}, "terbuka")])
    def test_another_tolerance_is_what_its_sources_are_held_to(
        self, suri, pkh, kerinci, siks, dinsos_kerinci, logged_in, typed, state
    ):
        figure = make.make_figure(pkh, kerinci, make.make_period(2024), 7600, source=dinsos_kerinci)
        make.make_observation(figure, 7812, source=siks)
        recompare(pkh.measurements.all(), by=suri)
        client = logged_in(suri)
        form = read_form(client.get(page(Indicator, "change", pkh)), "indicator_form")
        assert (
            client.post(page(Indicator, "change", pkh), {**form, "name": "KPM", **typed}).status_code == 302
        )
        assert Difference.objects.get().state == state

    def test_is_found_by_code_where_one_is_picked(self, rina, mcp, logged_in):
        response = logged_in(rina).get(
            reverse("admin:autocomplete"),
            {"term": "MCP", "app_label": "programs", "model_name": "target", "field_name": "indicator"},
        )
        assert [found["text"] for found in response.json()["results"]] == [f"MCP · {mcp.name}"]


class TestPeriodsAndSources:
    def test_a_source_that_becomes_the_producing_agencys_is_the_reference(
        self, suri, pkh, kerinci, siks, kemensos, dinsos_kerinci, logged_in
    ):
        siks.agency = None
        siks.save()
        figure = make.make_figure(pkh, kerinci, make.make_period(2024), 7600, source=dinsos_kerinci)
        make.make_observation(figure, 7812, source=siks)
        recompare(pkh.measurements.all(), by=suri)
        assert Difference.objects.get().gap == 212
        client = logged_in(suri)
        form = read_form(client.get(page(Source, "change", siks)), "source_form")
        client.post(page(Source, "change", siks), {**form, "agency": kemensos.pk})
        assert Difference.objects.get().gap == -212

    def test_a_period_knows_its_days(self, rina, logged_in):
        logged_in(rina).post(page(Period, "add"), {"year": "2024", "code": "TW1"})
        period = Period.objects.get()
        assert (str(period.starts_on), str(period.ends_on)) == ("2024-01-01", "2024-03-31")

    def test_a_period_twice_is_refused(self, rina, logged_in):
        make.make_period(2024, "TW1")
        logged_in(rina).post(page(Period, "add"), {"year": "2024", "code": "TW1"})
        assert Period.objects.count() == 1

    def test_a_period_is_not_changed(self, suri, logged_in):
        period = make.make_period(2024, "TW1")
        response = logged_in(suri).post(page(Period, "change", period), {"year": "2025", "code": "TW1"})
        assert response.status_code == 403

    def test_a_source_is_added_and_put_right(self, rina, logged_in):
        client = logged_in(rina)
        client.post(page(Source, "add"), {"name": "Kemensos (SIKS-NG)", "level": "provinsi"})
        source = Source.objects.get()
        typed = {"name": source.name, "level": "pusat", "url": "kemensos.go.id", "seen_version": 1}
        client.post(page(Source, "change", source), typed)
        source.refresh_from_db()
        assert (source.level, source.url) == ("pusat", "https://kemensos.go.id")


class TestTargets:
    @pytest.fixture
    def typed(self, kerinci, mcp):
        return {
            "unit": kerinci.pk,
            "indicator": mcp.pk,
            "year": "2024",
            "period_code": "TAHUNAN",
            "low": "80",
            "high": "",
            "baseline": "",
            "source": "RPJMD",
            "reason": "",
        }

    def test_rina_sets_one(self, typed, rina, logged_in):
        logged_in(rina).post(page(Target, "add"), typed)
        target = Target.objects.get()
        assert (target.low, target.set_by, str(target.period)) == (80, rina, "Tahun 2024")
        assert Change.objects.about(target).get().action == "buat"

    def test_a_revision_asks_for_a_reason_and_keeps_what_was_typed(self, typed, rina, logged_in):
        client = logged_in(rina)
        client.post(page(Target, "add"), typed)
        response = client.post(page(Target, "add"), typed | {"low": "82"})
        assert "Tulis alasannya." in text(response)
        assert 'value="82"' in text(response)
        client.post(page(Target, "add"), typed | {"low": "82", "reason": "RKPD perubahan"})
        assert list(Target.objects.order_by("pk").values_list("low", flat=True)) == [80, 82]

    def test_outside_the_scale_is_refused(self, typed, rina, logged_in):
        response = logged_in(rina).post(page(Target, "add"), typed | {"low": "120"})
        assert "120 di luar skala 0–100" in text(response)
        assert not Target.objects.exists()

    def test_dewi_sets_none_in_jambi(self, typed, dewi, logged_in):
        response = logged_in(dewi).post(page(Target, "add"), typed)
        assert "Daerah ini di luar lingkup tugas Anda." in text(response)
        assert not Target.objects.exists()

    @pytest.mark.parametrize("who", ["budi", "vera", "pimpin"])
    def test_who_may_not(self, typed, request, logged_in, who):
        client = logged_in(request.getfixturevalue(who))
        assert client.post(page(Target, "add"), typed).status_code == 403

    def test_none_is_changed_or_deleted(self, typed, suri, logged_in):
        client = logged_in(suri)
        client.post(page(Target, "add"), typed)
        target = Target.objects.get()
        assert client.get(page(Target, "change", target)).status_code == 200
        assert client.post(page(Target, "change", target), typed | {"low": "1"}).status_code == 403
        assert client.post(page(Target, "delete", target), {"post": "yes"}).status_code == 403
        assert Target.objects.get().low == 80


@pytest.mark.parametrize("model", [Program, Indicator, Period, Source, Target])
def test_lists_and_forms_open(model, suri, logged_in, mcp):
    client = logged_in(suri)
    assert client.get(page(model)).status_code == 200
    assert client.get(page(model, "add")).status_code == 200
