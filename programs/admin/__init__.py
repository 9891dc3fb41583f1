"""Programs, their figures and reports in the admin."""

from programs.admin import batches, calendar, catalogue, differences, figures, pairs, reports, targets

__all__ = ["batches", "calendar", "catalogue", "differences", "figures", "pairs", "reports", "targets"]
