"""What a unit is called where one of many is to be picked."""

from django.utils.translation import gettext as _

from regions.choices import UnitKind


def unit_label(unit):
    """ "Provinsi Jambi", "Kabupaten Kerinci, Jambi", "Kota Jambi, Jambi", "Dinas Sosial (Muaro Jambi)"."""
    if unit.kind == UnitKind.PROVINCE:
        return _("Provinsi %(name)s") % {"name": unit.name}
    if unit.kind == UnitKind.REGENCY:
        name = unit.name
        if not name.startswith("Kota "):
            name = _("Kabupaten %(name)s") % {"name": unit.name}
        return f"{name}, {unit.parent.name}"
    if unit.parent is None or unit.parent.name in unit.name:
        return unit.name
    return f"{unit.name} ({unit.parent.name})"
