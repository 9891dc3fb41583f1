"""The database knows its tables: SQLite because the start counts them, PostgreSQL by itself."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from deploy import statistics
from tests import factories as make

pytestmark = pytest.mark.django_db


def test_the_start_counts_sqlites_tables_and_leaves_postgresqls_alone():
    for number in range(3):
        make.make_program(f"P{number}")
    with CaptureQueriesContext(connection) as asked:
        statistics.refresh()
    if connection.vendor == "postgresql":
        assert not asked.captured_queries
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'programs_program'")
        assert {row[0].split()[0] for row in cursor.fetchall()} == {"3"}
