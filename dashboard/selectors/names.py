"""Official short names, for pictures."""

from dashboard.pictures.names import short_names
from regions.choices import NameKind
from regions.models import UnitName


def picture_names(units):
    """{pk: short name} of units in one picture. One query."""
    abbreviations = UnitName.objects.filter(
        unit__in=[unit.pk for unit in units], kind=NameKind.ABBREVIATION
    ).values_list("unit_id", "name")
    return short_names(units, dict(abbreviations))
