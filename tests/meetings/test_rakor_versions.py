"""Two who edit one Rakor: the second sees both values, loses no typing, and saves knowingly."""

from datetime import date

import pytest
from django.test import Client

from meetings.models import Rakor
from records.models import Change
from records.versions import Overtaken, claim
from tests import factories as make
from tests.adminform import errors_of, read_form

pytestmark = pytest.mark.django_db

FORM = "rakor_form"


@pytest.fixture
def rakor(jambi):
    rakor = make.make_rakor("Rakor BKD", region=jambi, starts_on=date(2019, 4, 9), venue="Aula Bappeda")
    make.make_outcome(rakor, "Data diperbarui.")
    return rakor


def url(rakor):
    return f"/admin/meetings/rakor/{rakor.pk}/change/"


def signed_in(user):
    client = Client()
    client.force_login(user)
    return client


def opened(client, rakor):
    return read_form(client.get(url(rakor)), FORM)


def test_the_second_saver_reads_both_values_and_keeps_the_typing(rakor, rina, nia):
    first, second = signed_in(rina), signed_in(nia)
    hers, his = opened(first, rakor), opened(second, rakor)
    hers |= {"venue": "Kantor Gubernur", "outcomes-0-text": "Data diperbarui tiap tahun."}
    assert first.post(url(rakor), hers).status_code == 302
    response = second.post(url(rakor), his | {"venue": "Hotel Aston", "summary": "Sudah diketik panjang."})
    assert response.status_code == 200
    said = " ".join(errors_of(response))
    assert "Rina menyimpan lebih dulu" in said
    assert "Rina sudah menyimpan «Kantor Gubernur»; Anda menulis «Hotel Aston»." in said
    assert "rumusan «Data diperbarui.» → «Data diperbarui tiap tahun.»" in said
    kept = read_form(response, FORM)
    assert (kept["venue"], kept["summary"]) == ("Hotel Aston", "Sudah diketik panjang.")
    rakor.refresh_from_db()
    assert rakor.venue == "Kantor Gubernur"


def test_saving_once_more_is_a_decision_and_goes_through(rakor, rina, nia):
    first, second = signed_in(rina), signed_in(nia)
    hers, his = opened(first, rakor), opened(second, rakor)
    first.post(url(rakor), hers | {"venue": "Kantor Gubernur"})
    refused = second.post(url(rakor), his | {"venue": "Hotel Aston"})
    again = second.post(url(rakor), read_form(refused, FORM))
    assert again.status_code == 302, errors_of(again)
    rakor.refresh_from_db()
    assert (rakor.venue, rakor.version) == ("Hotel Aston", 3)


def test_a_change_of_a_row_alone_counts_as_a_save(rakor, rina, nia):
    first, second = signed_in(rina), signed_in(nia)
    hers, his = opened(first, rakor), opened(second, rakor)
    first.post(url(rakor), hers | {"outcomes-0-text": "Data diperbarui tiap tahun."})
    response = second.post(url(rakor), his | {"outcomes-0-text": "Data diperbarui tiap bulan."})
    assert response.status_code == 200
    assert rakor.outcomes.get().text == "Data diperbarui tiap tahun."


def test_the_second_saver_is_not_told_what_is_secret(rakor, rina, nia):
    make.make_outcome(rakor, "Nama kandidat", visibility="rahasia")
    first, second = signed_in(rina), signed_in(nia)
    hers, his = opened(first, rakor), opened(second, rakor)
    hers |= {"venue": "Kantor Gubernur", "outcomes-1-text": "Nama kandidat kedua"}
    assert first.post(url(rakor), hers).status_code == 302
    response = second.post(url(rakor), his | {"venue": "Hotel Aston"})
    assert "Kantor Gubernur" in " ".join(errors_of(response))
    assert "kandidat" not in response.content.decode()


def test_closing_meanwhile_is_noticed_too(rakor, rina, nia):
    second = signed_in(nia)
    his = opened(second, rakor)
    Rakor.objects.update(record_source="berita", source_name="Harian")
    rakor.refresh_from_db()
    from meetings.actions import close_rakor

    close_rakor(rakor, by=rina)
    assert second.post(url(rakor), his | {"venue": "Hotel Aston"}).status_code == 403
    rakor.refresh_from_db()
    assert rakor.venue == "Aula Bappeda"


def test_who_is_overtaken_between_look_and_write_is_told_the_same(rakor, rina, nia, monkeypatch):
    """The other save lands after the form was checked: compare-and-set finds it, the form comes again."""
    client = signed_in(nia)
    data = opened(client, rakor)
    from records import admin_base

    real = admin_base.versions.claim
    tried = []

    def overtaken_once(obj):
        if not tried:
            tried.append(obj)
            raise Overtaken(str(obj))
        return real(obj)

    monkeypatch.setattr(admin_base.versions, "claim", overtaken_once)
    response = client.post(url(rakor), data | {"venue": "Hotel Aston"})
    assert response.status_code == 302
    assert Change.objects.filter(object_type="meetings.rakor").count() == 1


def test_a_version_is_taken_once(rakor):
    mine, yours = Rakor.objects.get(pk=rakor.pk), Rakor.objects.get(pk=rakor.pk)
    claim(mine)
    with pytest.raises(Overtaken):
        claim(yours)
    assert (mine.version, yours.version) == (2, 1)
