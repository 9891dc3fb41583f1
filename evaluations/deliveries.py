"""What lines about reporting itself read: which reports of a program came in time, and which were full."""

from evaluations import scoring
from evaluations.choices import REPORT_FORMULAS, Formula
from evaluations.method import line_key
from programs.models import Deadline
from programs.obligations import obligations
from programs.punctuality import arrivals_of

COUNTED_BY = {
    Formula.TIMELINESS: scoring.timeliness_of,
    Formula.COMPLETENESS: scoring.completeness_of,
}


def report_lines(instrument):
    """The lines of an instrument that count reports. One query."""
    return list(instrument.lines.filter(formula__in=REPORT_FORMULAS))


def report_readings(round_, units, spans):
    """{unit's key: {line's key: Reading}}: the program's reports for `spans`, as of the round's date.

    Asks no more than which lines there are where an instrument counts no reports.
    """
    lines = report_lines(round_.instrument)
    if not lines:
        return {}
    deliveries = _deliveries(round_, units, spans)
    return {
        unit.pk: {
            line_key(line): COUNTED_BY[line.formula](deliveries.get(unit.pk, ()), round_.as_of)
            for line in lines
        }
        for unit in units
    }


def _deliveries(round_, units, spans):
    """{unit's key: [Delivery]}. Steps after the round's date are left out before they are counted."""
    deadlines = Deadline.objects.filter(schedule__program=round_.instrument.program_id, period__in=spans)
    deliveries = {}
    for one in arrivals_of(obligations(units, deadlines), round_.as_of):
        sent = (scoring.Submission(one.received_on),) if one.received_on else ()
        delivery = scoring.Delivery(one.owed.due_on, sent, is_complete=one.is_complete)
        deliveries.setdefault(one.owed.unit.pk, []).append(delivery)
    return deliveries
