"""What belongs to a person: NIP, NIK, telephone number, e-mail. Found in text, refused, masked.

UU 27/2022: what tells one person from another stays out of what the public reads. A name with an office may
stand there (UU 14/2008); none of these may. Numbers must have the structure of their kind, so that document
numbers, amounts, codes and years pass.
"""

import re
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

ALONE, ENDS = r"(?<!\d)(?<!\d[.,])", r"(?![.,]?\d)"
"""Not the middle or the decimals of a longer number."""

GAP = r"[ .\-\u00a0]?"
YEAR, MONTH, DAY = r"(?:19[3-9]\d|20[0-4]\d)", r"(?:0[1-9]|1[0-2])", r"(?:0[1-9]|[12]\d|3[01])"
# Born, made an official (month 21 for PPPK), man or woman, serial.
NIP = rf"{YEAR}{MONTH}{DAY}{GAP}{YEAR}(?:{MONTH}|21){GAP}[12]{GAP}\d{{3}}"
# Province, regency, district; born, a woman's day plus 40; serial. A family card's number looks the same.
NIK_PLACE = rf"[1-9][1-9]{GAP}\d\d{GAP}\d\d"
NIK_BORN = rf"(?:{DAY}|4[1-9]|[56]\d|7[01]){GAP}{MONTH}\d\d"
NIK = rf"{NIK_PLACE}{GAP}{NIK_BORN}{GAP}(?!0000)\d{{4}}"
MOBILE = rf"(?:08\d{{1,2}}|\+62[ .\-]?8\d{{1,2}}|(?<!\+)62[ .\-]?8\d{{1,2}}){GAP}\d{{3,4}}{GAP}\d{{3,5}}"
LANDLINE = rf"\+62[ .\-]?\(?[2-79]\d{{1,2}}\)?{GAP}\d{{3,4}}{GAP}\d{{3,4}}"
EMAIL = r"[\w.+\-]+@[\w\-]+(?:\.[\w\-]+)+"

PATTERN = re.compile(
    rf"{ALONE}(?:(?P<nip>{NIP})|(?P<nik>{NIK})|(?P<phone>{MOBILE}|{LANDLINE})){ENDS}|(?P<email>{EMAIL})"
)
KINDS = {
    "nip": gettext_lazy("NIP"),
    "nik": gettext_lazy("NIK atau nomor kartu keluarga"),
    "phone": gettext_lazy("nomor telepon"),
    "email": gettext_lazy("alamat surel"),
}
SHOWN_SIGNS = 4


@dataclass(frozen=True)
class Found:
    """One of them: which kind, and what stood there."""

    kind: str
    text: str

    @property
    def hint(self):
        """Enough to find it again, too little to tell it on: "1985…"."""
        return f"{self.text[:SHOWN_SIGNS]}…"


def find(text):
    """Everything in `text` that belongs to a person; the information officer's own contacts do not count."""
    office = {_bare(contact) for contact in (settings.PPID["email"], settings.PPID["phone"]) if contact}
    return [
        Found(match.lastgroup, match[0])
        for match in PATTERN.finditer(str(text or ""))
        if _bare(match[0]) not in office
    ]


def _bare(contact):
    """One spelling of a contact: letters small, signs between digits gone, 08 and +62 8 the same."""
    if "@" in contact:
        return contact.casefold()
    digits = re.sub(r"\D", "", contact)
    return f"62{digits[1:]}" if digits.startswith("0") else digits


def mask(text):
    """`text` with each of them replaced by its kind in brackets, for logs."""
    return PATTERN.sub(lambda match: f"[{match.lastgroup}]", text)


def refuse_personal(value):
    """Validator of texts that others read: no NIP, NIK, telephone number or e-mail address."""
    found = find(value)
    if found:
        raise ValidationError(refusal_words(found[0]), code="personal_data")


def refuse_email(value):
    """Validator of web addresses: their long numbers are nobody's, an e-mail address in them is."""
    found = [one for one in find(value) if one.kind == "email"]
    if found:
        raise ValidationError(refusal_words(found[0]), code="personal_data")


def refusal_words(found):
    """What stands there and what to do instead, in a sentence."""
    return _(
        "«%(hint)s» tampak seperti %(kind)s. Tulisan ini dibaca orang lain: hapus nomor atau alamat itu,"
        " nama dan jabatan cukup."
    ) % {"hint": found.hint, "kind": KINDS[found.kind]}
