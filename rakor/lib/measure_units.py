"""Units of measure as offices write them: ``jiwa`` and ``orang`` are one unit, ``KPM`` and ``KK`` are two."""

from rakor.lib.text import tidy

_SPELLINGS = {
    "orang": ("jiwa", "org", "jw"),
    "%": ("persen", "prosen", "percent", "pct"),
    "kpm": ("keluarga penerima manfaat",),
    "kk": ("kepala keluarga",),
    "rupiah": ("rp", "idr"),
    "dokumen": ("dok",),
}
_KEYS = {spelling: key for key, spellings in _SPELLINGS.items() for spelling in spellings}


def unit_key(written: str) -> str:
    """What is equal for two spellings of one unit; empty where no unit is written."""
    plain = tidy(written).casefold().rstrip(".").strip()
    return _KEYS.get(plain, plain)


def same_unit(written: str, own: str) -> bool:
    """Whether a figure's written unit is the indicator's own; one without a unit is in the indicator's."""
    key = unit_key(written)
    return not key or key == unit_key(own)
