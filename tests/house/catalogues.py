"""The translation catalogues: `python -m tests.house.catalogues` makes each .mo anew from the .po beside it.

The .mo files are committed, because a fresh machine has no gettext tools.
"""

from pathlib import Path

import polib

LOCALE = Path(__file__).resolve().parents[2] / "locale"


def catalogues():
    """Every .po file of the project."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def compile_all():
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


if __name__ == "__main__":
    compile_all()
