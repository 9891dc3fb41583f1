"""An act that may not be done: now, in this state, or by this person."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from rakor.lib import personal
from rakor.lib.refusals import Refused


class ActionRefused(Refused):
    """Nothing was written. `message` says in Indonesian why and what to do; `code` is for programs."""


class ImportRefused(ActionRefused):
    """The whole file is refused and nothing was stored; `problems` says where and why, every one of them."""

    def __init__(self, problems):
        number = len(problems)
        message = ngettext(
            "Lembar ditolak: %(number)d masalah. Tidak ada yang disimpan.",
            "Lembar ditolak: %(number)d masalah. Tidak ada yang disimpan.",
            number,
        )
        super().__init__("import_refused", message % {"number": number})
        self.problems = list(problems)

    def __reduce__(self):
        return type(self), (self.problems,)


def reason_of(text):
    """The reason somebody typed for an act that needs one; a blank one is none."""
    reason = (text or "").strip()
    if not reason:
        raise ActionRefused("reason_missing", _("Tulis alasannya."))
    refuse_personal(reason)
    return reason


def refuse_personal(*texts):
    """Refuse to write down NIP and the like, for others to read and the ledger to keep."""
    for text in texts:
        for found in personal.find(text)[:1]:
            raise ActionRefused("personal_data", personal.refusal_words(found))
