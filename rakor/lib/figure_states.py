"""Why there is no figure, by code and in the words of offices. Five states are no numbers, and never 0."""

from django.utils.translation import gettext as _

from rakor.lib.refusals import refused
from rakor.lib.text import tidy

VALUE, NOT_REPORTED = "value", "not_reported"
WORDS = {
    VALUE: "ada nilai",
    "not_due": "belum jatuh tempo",
    NOT_REPORTED: "belum lapor",
    "not_applicable": "tidak berlaku",
    "not_assessable": "tidak dapat dinilai",
    "withheld": "ditahan",
}
"""How a sheet writes each state, whatever language its reader has on screen."""

_OTHER_WORDS = {"belum melapor": NOT_REPORTED, "tidak bisa dinilai": "not_assessable"}
_READ = {code.replace("_", " "): code for code in WORDS} | {word: code for code, word in WORDS.items()}
_READ |= _OTHER_WORDS


def read_state(written: str) -> str:
    """The code of a state from its code or its Indonesian words. Raises Refused: ``bad_state``."""
    code = _READ.get(tidy(written.replace("_", " ")).casefold())
    if code is None:
        message = _('"%(read)s" bukan keadaan. Tulis salah satu: %(words)s.')
        raise refused("bad_state", message, written, words=", ".join(WORDS.values()))
    return code
