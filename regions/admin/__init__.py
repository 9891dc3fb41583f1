"""Places and people in the admin, and the ledger, whose reach only this room knows."""

from regions.admin import ledger, people, places

__all__ = ["ledger", "people", "places"]
