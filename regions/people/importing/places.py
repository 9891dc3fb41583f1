"""Where somebody serves, by code or by an office's name as a letter writes it: "Dinsos Kab. Mempawah"."""

from django.utils.translation import gettext as _

from rakor.lib.refusals import refused
from rakor.lib.regioncodes import read_region_code
from regions.choices import UnitKind
from regions.labels import unit_label
from regions.models import Agency, UnitName
from regions.names import RegionNames
from regions.people.giving import units_given_by
from regions.people.importing.preview import Place


class Places:
    """The units of one importer, read once, to be asked for each row of a list. Nothing is guessed."""

    def __init__(self, by, place):
        self.place = place
        self.given = {unit.pk: unit for unit in units_given_by(by)}
        self.by_code = {unit.code: unit for unit in self.given.values()}
        self.names = RegionNames()
        self.agencies = self._agencies()

    def unit_of(self, code, written):
        """The unit that a row means. Raises Refused."""
        if code:
            return self._narrowed(self._coded(code), written)
        if agency := self._whole_agency(written):
            return agency if self.place == Place.AGENCY else self._region_above(agency, written)
        region, office = self._region_in(written)
        return region if self.place == Place.REGION else self._agency_in(region, office, written)

    def _coded(self, code):
        known = self.by_code.get(code)
        if known:
            return known
        region_code = read_region_code(code) if "-" not in code else code
        if self.names.find(region_code):
            raise refused("outside", _('"%(read)s" di luar lingkup Anda.'), code)
        raise refused("unknown_unit", _('Kode "%(read)s" tidak terdaftar.'), code)

    def _narrowed(self, unit, written):
        """A code may name an agency where its region is asked for, and only a region where its agency is."""
        if self.place == Place.REGION:
            return self._region_above(unit, written or unit.code)
        if unit.kind == UnitKind.AGENCY:
            return unit
        region, office = self._region_in(written) if written else (unit, "")
        return self._agency_in(unit, office, written or unit.code)

    def _region_above(self, unit, written):
        while unit.kind == UnitKind.AGENCY:
            if unit.parent_id not in self.given:
                raise refused("outside", _('"%(read)s" di luar lingkup Anda.'), written)
            unit = self.given[unit.parent_id]
        return unit

    def _region_in(self, written):
        """(the region that the end of a name means, what stands before it): Dinas Sosial, Kab. Sambas."""
        words = written.split()
        for start in range(len(words)):
            meant = self.names.find(" ".join(words[start:]))
            if meant:
                return self._only(meant, written), " ".join(words[:start])
        message = _(
            '"%(read)s" tidak menyebut daerahnya. Tulis misalnya Dinas Sosial Kab. Kerinci, atau isi kode.'
        )
        raise refused("unknown_unit", message, written)

    def _only(self, meant, written):
        own = [unit for unit in meant if unit.pk in self.given]
        if len(own) == 1:
            return own[0]
        if not own:
            raise refused("outside", _('"%(read)s" di luar lingkup Anda.'), written)
        named = _(" atau ").join(f"{unit.code} {unit_label(self.given[unit.pk])}" for unit in own)
        message = _('"%(read)s" dapat berarti %(meant)s. Tulis jenis daerahnya atau isi kode.')
        raise refused("ambiguous_unit", message, written, meant=named)

    def _agency_in(self, region, office, written):
        found = [
            unit for unit in self.agencies.get(_key(office), ()) if region.pk in (unit.parent_id, unit.pk)
        ]
        if len(found) == 1:
            return found[0]
        message = _('"%(read)s" belum terdaftar sebagai instansi. Daftarkan dahulu, atau pilih «Daerahnya».')
        raise refused("unknown_unit", message, written)

    def _whole_agency(self, written):
        """The one agency that goes by this very name."""
        found = self.agencies.get(_key(written), ())
        return found[0] if len(found) == 1 else None

    def _agencies(self):
        """{name, alias or abbreviation: agencies within reach}."""
        by_name = {}
        own = Agency.objects.filter(
            pk__in=[pk for pk, unit in self.given.items() if unit.kind == UnitKind.AGENCY]
        )
        aliases = UnitName.objects.filter(unit__in=own.values("pk")).values_list("unit_id", "name")
        known = [(pk, name) for pk, *names in own.values_list("pk", "name", "abbreviation") for name in names]
        for pk, name in {*known, *aliases}:
            if name:
                by_name.setdefault(_key(name), []).append(self.given[pk])
        return by_name


def _key(name):
    return " ".join(name.casefold().replace(".", " ").split())
