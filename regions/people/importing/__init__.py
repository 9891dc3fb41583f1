"""A list of officers becomes accounts: previewed first, then all rows that were agreed to or none.

    reading = read_list(content, filename)                      # nothing is looked up
    preview = preview_people(reading, terms, by=user)           # nothing is stored
    result = confirm_people(reading, terms, by=user, fingerprint=preview.fingerprint)

How cells are read is said in rakor.lib.officer_sheet, where a person serves in `places`.
"""

from regions.people.importing.confirming import confirm_people, preview_people
from regions.people.importing.preview import Effect, Preview, Terms
from regions.people.importing.reading import ListReading, read_list

__all__ = ["Effect", "ListReading", "Preview", "Terms", "confirm_people", "preview_people", "read_list"]
