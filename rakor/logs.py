"""Log lines for stderr: when, how bad, where, what, and no personal data."""

import logging


class PlainFormatter(logging.Formatter):
    """One plain line per event; PostgreSQL's DETAIL lines, which quote the row's values, are left out."""

    def __init__(self):
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s")

    def format(self, record):
        lines = super().format(record).splitlines()
        return "\n".join(line for line in lines if not line.lstrip().startswith("DETAIL:"))
