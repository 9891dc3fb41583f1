"""Programs, their figures and reports in the admin."""

from programs.admin import batches, catalogue, differences, figures, pairs, reports, targets

__all__ = ["batches", "catalogue", "differences", "figures", "pairs", "reports", "targets"]
