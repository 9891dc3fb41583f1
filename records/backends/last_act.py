"""A database connection that seals what a transaction wrote to the ledger, as that transaction's last act.

Django tells nobody before it commits, only after; a seal made after would be missing when the machine stops
in between. So each database has a thin subclass of Django's own backend, and ENGINE names it.
"""


class SealsBeforeCommit:
    """Collects the numbers of written ledger lines and has them sealed before COMMIT."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.unsealed = set()

    def connect(self):
        # A connection that broke in the middle took its transaction with it.
        self.unsealed = set()
        super().connect()

    def _commit(self):
        try:
            self._seal()
        except Exception:
            # Django rolls back when COMMIT itself fails in the database, and for no other error.
            self.rollback()
            raise
        return super()._commit()

    def _seal(self):
        written, self.unsealed = self.unsealed, set()
        if written:
            from records.sealing import seal  # models come after connections

            seal(written, using=self.alias)

    def _rollback(self):
        self.unsealed = set()
        return super()._rollback()
