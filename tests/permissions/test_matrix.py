"""The matrix: every route × method × person × object state answers as the table says.

An answer of 405 does not count. Each request is taken back, so every cell meets the same world.
"""

import os
from itertools import islice

import pytest
from django.contrib.admin import ModelAdmin, site
from django.db import connection, transaction
from django.template.response import SimpleTemplateResponse
from django.urls import reverse

from accounts.choices import Scope
from accounts.permissions import LEDGER, SUPERUSER, split, states_for
from accounts.routes import ACTS, LISTED, LISTS, ROUTES
from tests import factories as make
from tests.cast import person
from tests.permissions.matrix import answer, cells, client_of, routes
from tests.permissions.world import make_world
from tests.tally import COUNTED

NAMES = ("suri", "rina", "wayan", "kesna", "budi", "sari", "vera", "nia", "pimpin", "ani", "dewi")
TESTED_ELSEWHERE = {
    "admin-autocomplete": "asks what it offers, sentences about pick lists",
    "admin:app_list": "one page per room, shows what the index shows",
    "admin:password_change": "one's own password, tests/accounts",
    "admin:password_change_done": "says that it was changed",
}


@pytest.fixture
def kesna(jambi):
    """Admin instansi of Jambi's Kesbangpol: what is the social agency's is none of hers."""
    agency = make.make_agency("15-kesbangpol", "Badan Kesbangpol Provinsi Jambi", parent=jambi)
    return person("kesna", "Kesna", "admin_instansi", Scope.OWN_PROGRAM, agency)


@pytest.fixture
def cast(request, suri, rina, wayan, kesna, budi, sari, vera, nia, pimpin, ani, dewi, sambas, kalbar):
    make.make_agency("61-dinsos", "Dinas Sosial Provinsi Kalimantan Barat", parent=kalbar)
    return {name: request.getfixturevalue(name) for name in NAMES}


@pytest.fixture
def unrendered(monkeypatch):
    """Whether somebody may is known before rows are made and a page is drawn, which is most of the time."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    monkeypatch.setattr(ModelAdmin, "_create_formsets", lambda *args, **options: ([], []))
    monkeypatch.setattr(type(site), "each_context", lambda *args: {"is_popup": False})  # the menu


STEP = 1 if connection.vendor == "sqlite" or os.environ.get("DRILL") else 10
"""The whole matrix on SQLite; on PostgreSQL every tenth cell, all of them with DRILL=1."""


def assignments_of(name, user):
    if user is None:
        return None
    if user.is_superuser:
        return [(SUPERUSER, Scope.ALL)]
    return [(one.role, one.scope) for one in user.assignments.all()]


@pytest.mark.slow
@pytest.mark.parametrize("name", [*NAMES, "pengunjung"])
def test_every_cell(name, cast, unrendered):
    world = make_world(cast)
    user = cast.get(name)
    client = client_of(user)
    client.raise_request_exception = False
    wrong, count = [], 0
    for cell in islice(cells(name, assignments_of(name, user), world), 0, None, STEP):
        with transaction.atomic():
            found = answer(client, cell)
            transaction.set_rollback(True)
        if found is None:
            continue
        count += 1
        if found != cell.expected:
            wrong.append(f"{cell}, was {found}")
    COUNTED["cells of the permission matrix"] += count
    assert wrong == []
    assert count > 400 / STEP


def test_every_route_has_a_row():
    assert sorted(set(routes()) - set(ROUTES)) == []


def test_every_row_has_a_route():
    assert sorted(set(ROUTES) - set(routes())) == []


def test_the_ledger_has_no_row_that_writes():
    for label in LEDGER:
        assert label in LISTS
    assert LISTED["history"][1] == "view"
    assert not [name for name in ACTS if "records_change" in name]


def test_no_act_is_done_in_a_state_that_shuts_it(cast, unrendered):
    """Not by the superuser either; where the state opens it, the same request does it."""
    world, client = make_world(cast), client_of(cast["suri"])
    done = []
    for name, route in ACTS.items():
        action, label = split(route.write)
        states = states_for(label, action)
        for state, obj in world.own[label].items() if states else ():
            answers = {"version": obj.version, "seen_version": obj.version} if hasattr(obj, "version") else {}
            with transaction.atomic():
                client.post(reverse(name, args=[obj.pk]), {**answers, "reason": "Alasan."})
                stands = type(obj)._base_manager.get(pk=obj.pk).state
                transaction.set_rollback(True)
            if stands != state:
                done.append((name, state))
                assert state in states, f"{name} in {state}"
    assert len(done) > 10
