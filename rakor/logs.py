"""Log lines for stderr: when, how bad, where, what, and no personal data."""

import logging
import re

from rakor.lib.personal import mask

QUOTES_ROWS = ("DETAIL:", "CONTEXT:", "LINE ")
"""How PostgreSQL begins to quote values of a row or of the statement; they may go on over several lines."""

GOES_ON = ("HINT:", "Traceback (", "The above exception", "During handling of")
"""Where such a quotation ends and the log's own words begin again."""

QUOTED_VALUE = re.compile(r'((?:psycopg2\.errors|django\.db\.utils)\.\w+: .*: )".*"')
""" "invalid input syntax for type integer: "budi"": after the last colon stands what somebody typed."""


class PlainFormatter(logging.Formatter):
    """One plain line per event, without what tells one person from another."""

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record):
        return mask("\n".join(without_rows(super().format(record).splitlines())))


def without_rows(lines):
    """The lines without the values of rows that the database repeats."""
    is_quoting = False
    for line in lines:
        start = line.lstrip()
        if start.startswith(QUOTES_ROWS):
            is_quoting = True
        elif start.startswith(GOES_ON):
            is_quoting = False
        if not is_quoting:
            yield QUOTED_VALUE.sub(r'\1"…"', line)
