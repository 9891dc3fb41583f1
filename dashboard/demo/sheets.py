"""The invented sheets of the demo: who is said to have sent them, and how they come in.

As an office does it: one person imports, a second one accepts the import and the reports that it sent.
"""

import csv
from pathlib import Path

from django.conf import settings

from dashboard.demo import clock
from programs.batches import accept_batch
from programs.importing import import_sheet
from programs.judging import accept_report
from programs.judging_many import accept_many
from programs.models import Report, Source
from rakor.lib.writing import csv_text

FOLDER = Path(settings.BASE_DIR) / "data" / "demo"
MARK = "Data contoh, bukan data resmi"


def rows_of(name):
    """The rows of a data file, each a dictionary of text."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def make_sources(stage, names, level):
    """The sources that a sheet will name, with the unit each speaks for: {name: unit code}."""
    Source.objects.bulk_create(
        Source(name=name, level=level, agency=stage.unit(code)) for name, code in names.items()
    )


def bring(stage, name, day, *, by, content=None):
    """Import a sheet on a day; gives its batch."""
    with clock.on(day):
        return import_sheet(content or (FOLDER / name).read_bytes(), name, by=by)


def accept(batches, day, *, by, leave=()):
    """Accept imports, and the reports that wait, on a day; the reports of the units in `leave` wait on."""
    with clock.on(day):
        for batch in batches:
            accept_batch(batch, by=by)
        waiting = Report.objects.waiting().filter(measurements__chosen__batch__in=batches)
        waiting = waiting.exclude(unit__code__in=leave).distinct()
        accept_reports(waiting, by=by)


def accept_reports(reports, *, by):
    """Those in which nothing was flagged together, the others after a look at each."""
    _number, flagged = accept_many(reports.select_related("unit", "program", "period"), by=by)
    for report, _why in flagged:
        accept_report(report, by=by)


def written(rows):
    """Rows as the bytes of a sheet."""
    return csv_text(rows[0].keys(), (row.values() for row in rows)).encode()
