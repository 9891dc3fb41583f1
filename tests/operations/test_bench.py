"""`make bench` on a small country: alive, with a page and a count in every row."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench import __main__ as bench

HOME = Path(__file__).resolve().parents[2]
SMALL = {"units": 20, "years": 1, "open_differences": 100, "in_sync": 20}


@pytest.fixture(scope="module")
def measured():
    command = [sys.executable, "-W", "ignore", "-m", "bench.measure", "sqlite"]
    command += ["--rounds", "2", "--size", json.dumps(SMALL)]
    answer = subprocess.run(command, cwd=HOME, check=True, capture_output=True, text=True)
    return json.loads(answer.stdout)


def test_every_page_was_opened_and_compared_with_a_count(measured):
    assert measured["size"] == SMALL
    rows = {row["name"]: row for row in measured["rows"]}
    assert len(rows) == len(measured["rows"]) >= 6
    assert rows["Meja sinkronisasi"]["counted"] == 100
    for row in rows.values():
        assert row["queries"] > 5
        assert row["whole"] > row["database"] > 0
        assert row["ratio"] == row["database"] / row["count"]


def test_the_table_has_a_row_for_each(measured):
    text = bench.written([measured])
    assert f"## {measured['database']}" in text
    assert "240 reports of 20 regencies, 100 open differences" in " ".join(text.split())
    assert text.count("\n| ") == len(measured["rows"]) + 2


def test_what_is_over_the_goal_ends_the_command_with_its_name(measured, monkeypatch, tmp_path):
    one = dict(measured, rows=[dict(measured["rows"][0], is_within=False)])
    monkeypatch.setattr(bench, "databases", lambda: ["sqlite"])
    monkeypatch.setattr(bench, "measure", lambda database: one)
    monkeypatch.setattr(bench, "RESULTS", tmp_path / "results.md")
    with pytest.raises(SystemExit, match="Meja sinkronisasi"):
        bench.main()
    assert (tmp_path / "results.md").read_text(encoding="utf-8") == bench.written([one])
