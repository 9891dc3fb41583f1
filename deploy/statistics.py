"""What SQLite knows about its tables, counted anew; PostgreSQL counts its own by itself."""

from django.db import connection


def refresh():
    """Without them SQLite guesses, and seeks one row among the thousands in the same state."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
