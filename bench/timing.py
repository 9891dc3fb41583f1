"""Measuring: what a page asks of the database, and how long things take when done in turn."""

import time
from statistics import median

from django.db import connection


def statements_of(deed):
    """The statements that `deed()` sends to the database, with their parameters."""
    sent = []

    def note(execute, sql, params, many, context):
        sent.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        deed()
    return sent


def replay(statements):
    """Send statements again and fetch everything they give: their time in the database, nothing else's."""
    with connection.cursor() as cursor:
        for sql, params in statements:
            cursor.execute(sql, params)
            if cursor.description:
                cursor.fetchall()


def in_turn(*deeds, rounds):
    """The median seconds of each deed, done A B C A B C: a slow moment of the machine hits all alike."""
    taken = [[] for _deed in deeds]
    for _round in range(rounds):
        for seconds, deed in zip(taken, deeds, strict=True):
            start = time.perf_counter()
            deed()
            seconds.append(time.perf_counter() - start)
    return [median(seconds) for seconds in taken]
