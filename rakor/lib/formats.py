"""Figures written for people, the Indonesian way: ``1.234,56``, a real minus, ``Rp1.234.567``."""

from decimal import ROUND_HALF_UP, Context, Decimal

from rakor.lib.text import decimal_text

MINUS = "−"
_ROOMY = Context(prec=60, rounding=ROUND_HALF_UP)


def format_number(value: Decimal, places: int | None = None) -> str:
    """``1.234,56``: rounded half-up to ``places``, or all its decimals (87.310000 is ``87,31``)."""
    if places is not None:
        rounded = value.quantize(Decimal(1).scaleb(-places), context=_ROOMY)
        text = format(rounded if rounded else abs(rounded), "f")
    else:
        text = decimal_text(value)
    whole, _point, decimals = text.lstrip("-").partition(".")
    grouped = format_count(int(whole))
    sign = MINUS if text.startswith("-") else ""
    return f"{sign}{grouped},{decimals}" if decimals else f"{sign}{grouped}"


def format_count(number: int) -> str:
    """A whole number of things: ``1.048.576``."""
    return f"{number:,}".replace(",", ".")


def format_range(low: Decimal, high: Decimal | None = None, places: int | None = None) -> str:
    """``7–8``, or just ``80`` where both ends are the same or there is no upper one."""
    if high is None or low == high:
        return format_number(low, places)
    return f"{format_number(low, places)}–{format_number(high, places)}"


def rupiah(value: Decimal) -> str:
    """``Rp1.234.567``; sen appear only where there are any: ``Rp1.234,50``."""
    places = 0 if value == value.to_integral_value() else 2
    text = format_number(abs(value), places)
    return f"{MINUS if value < 0 else ''}Rp{text}"


def write_number(value: Decimal, *, comma_is_decimal: bool = False) -> str:
    """A writing that ``read_number`` gives back as the same figure: no thousands marks, comma for decimals.

    Exactly three decimals would be read in two ways, so a zero is added (``3,4310``), unless the reader
    takes a comma for decimals anyway.
    """
    text = decimal_text(value).replace(".", ",")
    whole, comma, decimals = text.partition(",")
    if len(decimals) == 3 and whole.lstrip("-") != "0" and not comma_is_decimal:
        decimals += "0"
    return whole + comma + decimals


_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """The Roman numeral of a rank (peringkat I) or a triwulan; Roman numerals count from 1 to 3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"{number} has no Roman numeral")
    letters = ""
    for size, letter in _ROMAN:
        count, number = divmod(number, size)
        letters += letter * count
    return letters
