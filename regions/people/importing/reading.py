"""A file as it was read, and the same once more as text: between preview and confirmation nothing is kept.

Such a list holds addresses, and often identity numbers and telephones. It is not stored to wait; what was
read of it travels signed with the preview and comes back with the confirmation.
"""

import hashlib
from dataclasses import asdict, dataclass, field

from rakor.lib.officer_sheet import OfficerReading, OfficerRow, read_officers
from rakor.lib.sheets import SheetError, SheetProblem, read_sheet
from records import uploads


@dataclass(slots=True)
class ListReading:
    filename: str
    digest: str
    """SHA-256 of the file as it came."""
    sheet_name: str = ""
    officers: OfficerReading = field(default_factory=OfficerReading)

    def as_text(self):
        """What JSON can hold."""
        return asdict(self)

    @classmethod
    def from_text(cls, text):
        read = text["officers"]
        officers = OfficerReading(
            [OfficerRow(**row) for row in read["rows"]],
            [SheetProblem(**problem) for problem in read["problems"]],
            read["notes"],
        )
        return cls(text["filename"], text["digest"], text["sheet_name"], officers)


def read_list(content, filename):
    """Read the bytes of a file; one that cannot be read at all has one problem and no rows."""
    digest = hashlib.sha256(content).hexdigest()
    if sentence := uploads.personal_name(filename):
        problem = SheetProblem("personal_name", None, "", "", sentence)
        return ListReading(filename, digest, officers=OfficerReading(problems=[problem]))
    try:
        sheet = read_sheet(content, filename)
    except SheetError as error:
        return ListReading(filename, digest, officers=OfficerReading(problems=[error.problem]))
    return ListReading(filename, digest, sheet.name, read_officers(sheet))
