"""Imports and model relations point down, and scoring stands on the standard library alone."""

import sys

import pytest
from django.apps import apps

from tests.house.rooms import HOUSE, ROOMS, imported, sources

COMPOSERS = {"rakor.settings", "rakor.urls", "rakor.wsgi"}


def rooms_above(room):
    return set(ROOMS[: ROOMS.index(room)])


@pytest.mark.parametrize("room", ROOMS)
def test_imports_point_down(room):
    upward = [
        f"{path.relative_to(HOUSE)}:{line} imports {module}"
        for path in sources(room)
        for line, module in imported(path)
        if module.split(".")[0] in rooms_above(room)
    ]

    assert upward == []


@pytest.mark.parametrize("room", ROOMS)
def test_relations_point_down(room):
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in apps.get_app_config(room).get_models(include_auto_created=True)
        for field in model._meta.get_fields()
        if (field.many_to_one or field.many_to_many or field.one_to_one)
        and not field.auto_created
        and field.related_model._meta.app_label in rooms_above(room)
    ]

    assert upward == []


def test_the_library_imports_no_room():
    reached = [
        f"{path.relative_to(HOUSE)}:{line} imports {module}"
        for path in sources("rakor/lib")
        for line, module in imported(path)
        if module.split(".")[0] in ROOMS
        or (module.startswith("rakor") and not module.startswith("rakor.lib"))
    ]

    assert reached == []


def test_nobody_imports_what_composes_the_house():
    reached = [
        f"{path.relative_to(HOUSE)}:{line} imports {module}"
        for room in [*ROOMS, "rakor/lib"]
        for path in sources(room)
        for line, module in imported(path)
        if module in COMPOSERS
    ]

    assert reached == []


def test_scoring_imports_only_the_standard_library():
    foreign = [
        f"{path.name}:{line} imports {module}"
        for path in sources("evaluations/scoring")
        for line, module in imported(path)
        if module.split(".")[0] not in sys.stdlib_module_names
        and not module.startswith("evaluations.scoring")
    ]

    assert foreign == []


def test_a_module_has_a_name():
    nameless = [
        str(path.relative_to(HOUSE))
        for room in [*ROOMS, "rakor"]
        for path in sources(room)
        if path.stem in {"utils", "helpers", "misc", "common"}
    ]

    assert nameless == []


def test_the_dashboard_owns_no_data():
    assert list(apps.get_app_config("dashboard").get_models()) == []
