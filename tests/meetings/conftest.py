"""The Rakor form, filled in by hand: what an official types for the BKD meeting."""

import pytest

from tests import factories as make
from tests.adminform import add_row, empty_rows

ADD = "/admin/meetings/rakor/add/"
FORM = "rakor_form"
TABS = ("roles", "agenda", "issues", "invitations", "outcomes", "documents", "figures", "agreements")


@pytest.fixture
def bkd(jambi):
    return make.make_agency("15-bkd", "BKD Provinsi Jambi", parent=jambi)


@pytest.fixture
def kasn(db):
    return make.make_agency("kasn", "Komisi Aparatur Sipil Negara", agency_kind="nonstruktural")


@pytest.fixture
def fresh_form(logged_in, nia, jambi):
    """`fresh_form()` signs the minute taker in and gives the fields of a form in which only the title stands.

    Written by hand, because reading it from the page costs half a second in every test.
    """

    def open_form(user=nia):
        logged_in(user)
        data = {
            "title": "Rakor",
            "kind": "teknis",
            "level": "provinsi",
            "region": jambi.pk,
            "organiser": jambi.pk,
            "starts_on": "9 April 2019",
            "time_zone": "Asia/Jakarta",
            "date_precision": "day",
            "mode": "luring",
            "state": "draf",
            "visibility": "publik",
            "record_source": "langsung",
        }
        for tab in TABS:
            data |= empty_rows(tab)
        return data

    return open_form


@pytest.fixture
def bkd_story(fresh_form, bkd, kasn):
    """The BKD story as one form: a role, an item, an issue, two invitations, two outcomes, two follow-ups."""
    data = fresh_form() | {
        "title": "Rakor manajemen kepegawaian",
        "organiser": bkd.pk,
        "venue": "Aula Bappeda Provinsi Jambi",
        "state": "dilaksanakan",
    }
    add_row(data, "roles", {"kind": "membuka", "office": "Gubernur Jambi", "name": "Fachrori Umar"})
    add_row(data, "agenda", {"title": "Pembukaan", "speaker": "roles-0"})
    add_row(data, "issues", {"title": "Sisa tenaga K2", "competent_unit": kasn.pk, "state": "terbuka"})
    add_row(data, "invitations", {"unit": kasn.pk, "attended": "2", "attendance": "hadir"})
    group = {"group": "Kepala BKD kabupaten/kota", "all_regencies": "on", "expected": "11"}
    add_row(data, "invitations", {**group, "attendance": "tidak_disebut"})
    direction = {"kind": "arahan", "text": "Rakor menjadi ajang evaluasi.", "by_role": "roles-0"}
    add_row(data, "outcomes", direction, nested=["follow_ups"])
    decision = {"kind": "keputusan", "text": "Sisa K2 didata ulang.", "issue": "issues-0"}
    outcome = add_row(data, "outcomes", decision, nested=["follow_ups"])
    common = {"responsible": bkd.pk, "priority": "biasa"}
    add_row(data, f"{outcome}-follow_ups", {**common, "what": "Mendata sisa K2", "due_on": "31/5/2019"})
    add_row(data, f"{outcome}-follow_ups", {**common, "what": "Membahas anggaran", "due_on": "28-06-2019"})
    return data
