"""What a password may not be: what others try first. Each rule says what is wrong and what to do instead."""

import re
import unicodedata
from functools import cache

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

SHORTEST_PART = 4
"""Parts of a name shorter than this ("Ali", "Sri") stand in too many good passwords."""
NOBODYS_OWN = frozenset(["dinas", "badan", "kantor", "daerah", "provinsi", "kabupaten", "kota", "bagian"])
"""Words of many agencies' names; by themselves they name none."""

LOOKALIKES = str.maketrans("013457@$!", "oieastasi")


def fold(text):
    """Small letters without accents."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def skeleton(password):
    """What is left of a password without the digits and signs that people put around and between words."""
    return re.sub(r"[\W\d_]+", "", fold(password))


def readings(password):
    """The words a password may stand for: as typed, without digits and signs, and "s4y4ng" as "sayang"."""
    folded = fold(password)
    bare = re.sub(r"[\W\d_]+$", "", folded)
    spelled = bare.translate(LOOKALIKES)
    return {folded, bare, skeleton(folded), re.sub(r"[\W\d_]+", "", spelled)} - {""}


@cache
def favourites():
    text = (settings.BASE_DIR / "data" / "passwords" / "indonesia.txt").read_text(encoding="utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))


def is_favourite(password):
    """Whether a favourite word, twice in a row or with digits around it, is all there is to a password."""
    words = readings(password)
    halves = {word[: len(word) // 2] for word in words if word[: len(word) // 2] * 2 == word}
    return not favourites().isdisjoint(words | halves)


class IndonesianFavourites:
    """Refuses what is tried first here: sayang, bismillah, Jambi2024, admin123, and their like."""

    def validate(self, password, user=None):
        if is_favourite(password):
            raise ValidationError(
                _("Kata sandi ini terlalu sering dipakai orang. Pakai beberapa kata yang tidak berkaitan."),
                code="password_favourite",
            )

    def get_help_text(self):
        return _("Bukan kata yang sering dipakai orang, dengan atau tanpa angka di belakangnya.")


class NoIdentityNumber:
    """Refuses a number that others know: NIP has 18 digits, NIK 16; both stand on many papers."""

    def validate(self, password, user=None):
        if re.search(r"\d{16}", re.sub(r"[\s.\-/]", "", password)):
            raise ValidationError(
                _("Kata sandi tidak boleh memuat NIP atau NIK: nomor itu diketahui banyak orang."),
                code="password_identity_number",
            )

    def get_help_text(self):
        return _("Tidak memuat NIP atau NIK.")


class NoOwnName:
    """Refuses the person's own name, user name, e-mail address and agency, which anybody can look up."""

    def words(self, user):
        return [user.username, user.name, user.email]

    def validate(self, password, user=None):
        said = skeleton(password)
        if user and any(part in said for part in parts(self.words(user))):
            raise ValidationError(
                _("Kata sandi tidak boleh memuat nama, surel, atau nama instansi Anda."),
                code="password_own_name",
            )

    def get_help_text(self):
        return _("Tidak memuat nama, surel, atau nama instansi Anda.")


def parts(texts):
    """The words in `texts` that are long enough to be recognised, and each text as one word."""
    found = set()
    for text in texts:
        words = re.findall(r"[^\W\d_]+", fold(text))
        found |= {word for word in [*words, "".join(words)] if len(word) >= SHORTEST_PART}
    return found - NOBODYS_OWN
