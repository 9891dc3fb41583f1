from django.db.backends.sqlite3 import base

from records.backends.last_act import SealsBeforeCommit


class DatabaseWrapper(SealsBeforeCommit, base.DatabaseWrapper):
    """SQLite, with the ledger sealed before each commit."""
