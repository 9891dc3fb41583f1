"""How much of a file is read before it is refused."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that hold while reading, not after: what a file says about its own size is never trusted.

    An office's sheet of 20 000 rows is some 2 MB packed and 12 MB unpacked. A command run by hand may pass
    wider ones.
    """

    max_bytes: int = 10 * MEBIBYTE
    max_unpacked: int = 32 * MEBIBYTE
    max_entries: int = 1_000
    max_rows: int = 20_000
    max_columns: int = 200
    max_cells: int = 400_000
