"""Kemendagri codes in addresses; anything else is a 404 before a view is asked."""

from django.urls import register_converter

from programs.querysets import NATIONAL


class RegionCode:
    """A province (15) or a regency (15.01)."""

    regex = r"[0-9]{2}(?:\.[0-9]{2})?"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class RegencyCode(RegionCode):
    """Only regencies are ranked, and 15 alone would read as the fifteenth release."""

    regex = r"[0-9]{2}\.[0-9]{2}"


class OwnerCode:
    """Whose a program or an indicator is: "nasional" or a province (15)."""

    regex = rf"{NATIONAL}|[0-9]{{2}}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class CatalogueCode(OwnerCode):
    """The code of a program or an indicator, as sheets name it."""

    regex = r"[A-Z0-9][A-Z0-9-]*"


def register():
    register_converter(OwnerCode, "owner")
    register_converter(CatalogueCode, "code")
    register_converter(RegionCode, "region")
    register_converter(RegencyCode, "regency")
