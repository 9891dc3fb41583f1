from django.db.backends.postgresql import base

from records.backends.last_act import SealsBeforeCommit


class DatabaseWrapper(SealsBeforeCommit, base.DatabaseWrapper):
    """PostgreSQL, with the ledger sealed before each commit."""
