"""Log lines are plain and hold nobody's data."""

import logging

from rakor.logs import PlainFormatter


def test_detail_of_the_database_is_left_out():
    text = "duplicate key\nDETAIL:  Key (email)=(ani@contoh.go.id) already exists."
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, text, None, None)

    line = PlainFormatter().format(record)

    assert "duplicate key" in line
    assert "ani@contoh.go.id" not in line
