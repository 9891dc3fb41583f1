"""Names of persons without their titles, to compare two writings of one name."""

from django.utils.text import slugify


def bare_words(name: str) -> list[str]:
    """The words of a name without the titles before and after it: "Drs. H. Contoh Abdullah, M.Si"."""
    words = name.partition(",")[0].replace("'", "").split()
    kept = [word for word in words if not word.endswith(".") or len(words) == 1]
    return slugify(" ".join(kept)).replace("-", " ").split()


def person_key(name: str) -> str:
    """What two writings of one name share: "Contoh Lim, S.Psi" and "CONTOH LIM, S.Psi."."""
    return " ".join(bare_words(name)) or name.casefold().strip()
