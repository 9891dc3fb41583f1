"""Two people and one record, on every form of the admin: no update is lost, and no typing.

`PAIRS=50` runs the drill of fifty pairs for each form.
"""

import os
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.utils import timezone
from django.utils.html import escape

from records.admin_saving import save_next_version
from records.forms import VersionedForm
from tests import factories as make
from tests.adminform import errors_of, read_form
from tests.editing import EDITABLE, open_form, signed_in

PAIRS = int(os.environ.get("PAIRS", "5"))
AT_ONCE = max(2, PAIRS // 2)

pytestmark = pytest.mark.slow


def two_people():
    rights = {"is_staff": True, "is_superuser": True}
    return [make.make_user(name, name=name.title(), **rights) for name in ("ani", "ira")]


@pytest.mark.django_db
@pytest.mark.parametrize("label", sorted(EDITABLE))
def test_the_second_saver_sees_both_and_keeps_the_typing(label):
    form, (first, second) = open_form(label), map(signed_in, two_people())
    page = form.read(second.get(form.address))
    for turn in range(PAIRS):
        hers, his = f"Kata Ani {turn}", f"Kata Ira {turn}"
        saved = form.send(first, page, hers)
        assert saved.status_code == 302, errors_of(saved)
        told = form.send(second, page, his)
        assert told.status_code == 200
        assert form.stored() == hers
        said = " ".join(errors_of(told))
        assert "Ani menyimpan lebih dulu" in said
        assert hers in said
        page = form.read(told)
        assert page[form.field] == his
    assert form.send(second, page, his).status_code == 302
    assert form.stored() == his


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("label", ["meetings.outcome", "programs.program", "regions.agency"])
def test_of_two_who_press_at_the_same_moment_one_is_told(label):
    people = two_people()
    form, clients = open_form(label), [signed_in(person) for person in people]
    page = form.read(clients[0].get(form.address))
    for turn in range(AT_ONCE):
        texts = [f"Kata Ani {turn}", f"Kata Ira {turn}"]
        start = Barrier(2)

        def press(client, text, start=start, page=page):
            try:
                start.wait(timeout=30)
                return form.send(client, page, text)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(press, clients, texts))
        assert sorted(answer.status_code for answer in answers) == [200, 302]
        told = next(answer for answer in answers if answer.status_code == 200)
        kept, lost = texts if answers[0].status_code == 302 else reversed(texts)
        assert form.stored() == kept
        assert escape(kept) in told.text
        page = form.read(told)
        assert page[form.field] == lost


@pytest.mark.django_db
def test_a_record_deleted_meanwhile_gives_the_typing_back():
    form, (_first, second) = open_form("meetings.series"), map(signed_in, two_people())
    page = form.read(second.get(form.address))
    type(form.obj).objects.all().delete()
    told = form.send(second, page, "Giliran Merangin, sudah disepakati")
    assert told.status_code == 404
    assert "baru saja dihapus" in told.text
    assert "Giliran Merangin, sudah disepakati" in told.text


@pytest.mark.django_db
def test_a_record_out_of_reach_answers_like_one_that_never_was(dewi, rina, jambi):
    rakor = make.make_rakor(region=jambi, state="draf")
    form = {"title": "Judul", "summary": "Isi"}
    answers = [
        signed_in(dewi).post(f"/admin/meetings/rakor/{key}/change/", form) for key in (rakor.pk, 999999)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert rakor.title not in answers[0].text


@pytest.mark.django_db
def test_a_record_closed_meanwhile_gives_the_typing_back(rina, jambi):
    rakor = make.make_rakor(region=jambi, state="ditutup", closed_at=timezone.now(), closed_by=rina)
    told = signed_in(rina).post(
        f"/admin/meetings/rakor/{rakor.pk}/change/", {"title": "Lain", "summary": "Ketikan panjang"}
    )
    assert told.status_code == 403
    assert "Ketikan panjang" in told.text


@pytest.mark.django_db
def test_the_typing_in_a_row_deleted_meanwhile_comes_back_as_a_new_row():
    form, (_first, second) = open_form("regions.agency"), map(signed_in, two_people())
    gone, stays = (make.make_unit_name(form.obj, name) for name in ("A Dinsos", "B Dinsosial"))
    page = form.read(second.get(form.address))
    gone.delete()
    page |= {"names-0-decree": "SK 12 Tahun 2020", "names-1-decree": "SK 13 Tahun 2021"}
    told = second.post(form.address, page)
    assert told.status_code == 200
    assert "sudah dihapus orang lain" in told.text
    again = form.read(told)
    assert (again["names-0-id"], again["names-0-decree"]) == (str(stays.pk), "SK 13 Tahun 2021")
    assert (again["names-1-name"], again["names-1-decree"]) == ("A Dinsos", "SK 12 Tahun 2020")
    assert second.post(form.address, again).status_code == 302
    assert dict(form.obj.names.values_list("name", "decree")) == {
        "A Dinsos": "SK 12 Tahun 2020",
        "B Dinsosial": "SK 13 Tahun 2021",
    }


@pytest.mark.django_db
def test_a_row_deleted_meanwhile_comes_back_with_the_rows_inside_it():
    _first, second = map(signed_in, two_people())
    rakor = make.make_rakor()
    outcome = make.make_outcome(rakor, "Data diperbarui.")
    make.make_follow_up(outcome, "Mendata ulang", responsible=make.make_regency())
    make.make_outcome(rakor, "Rapat tiap triwulan.")
    address = f"/admin/meetings/rakor/{rakor.pk}/change/"
    page = read_form(second.get(address), "rakor_form")
    outcome.follow_ups.all().delete()
    outcome.delete()
    told = second.post(address, page | {"outcomes-0-follow_ups-0-what": "Mendata ulang sampai desa"})
    assert told.status_code == 200
    again = read_form(told, "rakor_form")
    assert again["outcomes-0-text"] == "Rapat tiap triwulan."
    assert again["outcomes-1-text"] == "Data diperbarui."
    assert again["outcomes-1-follow_ups-0-what"] == "Mendata ulang sampai desa"
    saved = second.post(address, again)
    assert saved.status_code == 302, errors_of(saved)
    assert rakor.outcomes.get(text="Data diperbarui.").follow_ups.get().what == "Mendata ulang sampai desa"


@pytest.mark.django_db
def test_a_part_saved_on_its_own_form_is_seen_by_who_has_the_whole_open():
    form, (first, second) = open_form("meetings.outcome"), map(signed_in, two_people())
    whole = f"/admin/meetings/rakor/{form.obj.rakor_id}/change/"
    page = read_form(second.get(whole), "rakor_form")
    own = form.read(first.get(form.address))
    assert form.send(first, own, "Data diperbarui tiap tahun.").status_code == 302
    told = second.post(whole, page | {"outcomes-0-text": "Data diperbarui tiap bulan."})
    assert told.status_code == 200
    assert "Data diperbarui tiap tahun." in " ".join(errors_of(told))
    assert form.stored() == "Data diperbarui tiap tahun."


@pytest.mark.django_db
def test_a_part_saved_on_the_form_of_the_whole_is_seen_by_who_has_it_open():
    form, (first, second) = open_form("meetings.outcome"), map(signed_in, two_people())
    whole = f"/admin/meetings/rakor/{form.obj.rakor_id}/change/"
    page = form.read(second.get(form.address))
    data = read_form(first.get(whole), "rakor_form") | {"outcomes-0-text": "Data diperbarui tiap tahun."}
    assert first.post(whole, data).status_code == 302
    told = form.send(second, page, "Data diperbarui tiap bulan.")
    assert told.status_code == 200
    assert "Data diperbarui tiap tahun." in " ".join(errors_of(told))


@pytest.mark.django_db
def test_what_the_form_does_not_ask_stays_as_it_stands(rina):
    """A password set between look and write is not put back by the save of a name."""
    person = make.make_user("tono", name="Tono")
    stale = type(person).objects.get(pk=person.pk)
    person.set_password("gunung-tinggi-81")
    person.save(update_fields=["password"])
    form = VersionedForm.__new__(VersionedForm)
    form.fields = {"name": None}
    stale.name = "Tono S."
    save_next_version(stale, form, by=rina)
    person.refresh_from_db()
    assert (person.name, person.check_password("gunung-tinggi-81"), person.version) == ("Tono S.", True, 2)
