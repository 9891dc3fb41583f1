"""Whoever writes what a source said ends with comparing: no file adds observations and leaves that out."""

import ast

import pytest

from tests.house.rooms import HOUSE, ROOMS, imported, sources

WRITES = {"create", "bulk_create", "get_or_create", "update_or_create"}


def writers():
    """Files that make observations, by themselves or through `observe`."""
    return [path for room in ROOMS for path in sources(room) if any(map(writes, calls(path)))]


def calls(path):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))


def writes(called):
    """`observe(…)`, or `Observation.objects.create(…)` and the like."""
    if isinstance(called, ast.Name):
        return called.id == "observe"
    is_manager = isinstance(called, ast.Attribute) and ast.unparse(called.value) == "Observation.objects"
    return is_manager and called.attr in WRITES


def test_the_known_writers_are_found():
    found = {path.relative_to(HOUSE).as_posix() for path in writers()}
    assert {"programs/actions.py", "programs/entering.py", "programs/settling.py"} <= found
    assert {"programs/importing/storing.py", "programs/batches.py"} <= found


@pytest.mark.parametrize("path", writers(), ids=lambda path: path.relative_to(HOUSE).as_posix())
def test_it_compares_afterwards(path):
    assert "programs.differences" in {module for _line, module in imported(path)}
    called = {func.id for func in calls(path) if isinstance(func, ast.Name)}
    assert called & {"recompare", "compare_anew"}
