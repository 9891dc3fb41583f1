"""The standard sheet becomes figures: previewed first, then all of it or none of it.

    preview = preview_sheet(content, filename, by=user)      # nothing is stored
    batch = confirm_sheet(content, filename, by=user, fingerprint=preview.fingerprint)

How a sheet is read is said in rakor.lib.standard_sheet, what becomes of a figure in programs.effects.
"""

from programs.importing.preview import ImportRefused, Preview, PreviewRow
from programs.importing.sheet import confirm_sheet, import_sheet, preview_sheet

__all__ = ["ImportRefused", "Preview", "PreviewRow", "confirm_sheet", "import_sheet", "preview_sheet"]
