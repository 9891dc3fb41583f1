"""Takes the append-only triggers away for the moment in which a test's tables are emptied.

The app has no such function. `flush` ends with `post_migrate`, which makes the triggers anew.
"""

from django.db import connection

from records.append_only import PREFIX

FIND = {
    "sqlite": "SELECT name, tbl_name FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal",
}
DROP = {"sqlite": "DROP TRIGGER {name}", "postgresql": "DROP TRIGGER {name} ON {table}"}


def lift():
    """Drop every trigger of records.append_only."""
    with connection.cursor() as cursor:
        cursor.execute(FIND[connection.vendor])
        for name, table in cursor.fetchall():
            if name.startswith(PREFIX):
                cursor.execute(DROP[connection.vendor].format(name=name, table=table))
