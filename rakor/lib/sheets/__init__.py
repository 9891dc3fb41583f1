"""The place of reading: files that people send become cells with addresses, or a refusal in words.

``read_sheet`` is the door. What the columns mean is said elsewhere (``rakor.lib.standard_sheet``).
"""

from rakor.lib.sheets.cells import Cell, Column, Kind, Row, Sheet, column_letters
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.problems import FILE_CODES, SheetError, SheetProblem
from rakor.lib.sheets.reading import read_sheet

__all__ = [
    "FILE_CODES",
    "Cell",
    "Column",
    "Kind",
    "Limits",
    "Row",
    "Sheet",
    "SheetError",
    "SheetProblem",
    "column_letters",
    "read_sheet",
]
