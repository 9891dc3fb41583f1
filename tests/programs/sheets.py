"""Sheets as an office sends them, and the real one."""

import csv
import io
from pathlib import Path

from django.apps import apps

ROOT = Path(__file__).resolve().parents[2]
REAL_SHEETS = {name: ROOT / f"data/demo/mcp-ombudsman-jambi.{name}" for name in ("xlsx", "csv")}
EXPECTED = ROOT / "tests/data/standar-expected.csv"
CELLS = ROOT / "tests/data/standar-cells.csv"
TITLES = "kode_wilayah;kode_indikator;tahun;periode;target;realisasi;sumber;keterangan"


def sheet(*rows, titles=TITLES):
    """A CSV file as an office would save it: `;` between, a comma for decimals."""
    return ("\r\n".join([titles, *rows]) + "\r\n").encode("utf-8-sig")


def row(code="15.01", value="55", **cells):
    """One right row of the standard sheet with what the test is about replaced."""
    right = {
        "code": code,
        "indicator": "MCP",
        "year": "2018",
        "period": "TAHUNAN",
        "target": "",
        "value": value,
        "source": "Berita",
        "note": "",
    }
    return ";".join((right | cells).values())


def read_csv(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def contents():
    """Everything that is stored, as text, by model: to show that nothing was stored."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models()
        if model._meta.managed and model._meta.app_label not in ("sessions", "admin")
    }
