"""How fast the pages for many rows are, as ratios measured in one run: `make bench` (docs/performance.md)."""
