"""Codes of a sheet become units, indicators, periods and sources: one query each, whatever it holds."""

from django.db.models import Q
from django.db.models.functions import Lower

from programs.choices import Level
from programs.models import Indicator, Period, Source
from rakor.lib import periods
from regions.models import Unit

PRESS_WORDS = ("berita", "pers ", "koran", "siaran pers")
CENTRAL_WORDS = ("kemen", "badan ", "kpk", "ombudsman", "bps ", "bpk ", "bappenas")
REGENCY_WORDS = (" kab. ", " kabupaten ", " kota ")


def guess_level(name):
    """Where a source seen for the first time stands, by its name; people put it right among the sources."""
    text = f"{name.casefold()} "
    if text.startswith(PRESS_WORDS):
        return Level.PRESS
    if text.startswith(CENTRAL_WORDS):
        return Level.CENTRAL
    return Level.REGENCY if any(word in text for word in REGENCY_WORDS) else Level.PROVINCE


def province_key(unit):
    """The primary key of the province whose codes a region's sheet uses first."""
    return unit.parent_id or unit.pk


class Lookups:
    """What the codes of some rows stand for. What is not found is None."""

    def __init__(self, rows):
        self.units = {
            unit.code: unit
            for unit in Unit.objects.regions().filter(code__in={row.region_code for row in rows})
        }
        self.owners = {province_key(unit) for unit in self.units.values()}
        self._indicators = {
            (indicator.owner_id, indicator.code): indicator
            for indicator in self._known().filter(code__in={row.indicator_code.upper() for row in rows})
        }
        self._codes = {code for _owner, code in self._indicators}
        self._periods = self._read_periods(rows)
        self._sources = self._read_sources(rows)

    def _known(self):
        """Indicators of the provinces in the sheet, and the national ones."""
        mine = Q(owner__in=self.owners) | Q(owner__isnull=True)
        return Indicator.objects.filter(mine).select_related("program")

    def known_codes(self):
        """[(code, name)] of every indicator these rows might have meant."""
        return list(self._known().values_list("code", "name"))

    def indicator(self, unit, code):
        """Sought in the unit's province first, then among the national ones."""
        code = code.upper()
        return self._indicators.get((province_key(unit), code)) or self._indicators.get((None, code))

    def knows_indicator(self, code):
        return code.upper() in self._codes

    def period(self, year, code):
        """The stored period, or one still to be stored."""
        if (year, code) not in self._periods:
            starts_on, ends_on = periods.bounds(year, code)
            period = Period(year=year, code=code, starts_on=starts_on, ends_on=ends_on)
            self._periods[year, code] = period
        return self._periods[year, code]

    def source(self, name):
        """By name; letters' case makes no second source. One still to be stored has no primary key."""
        known = self._sources.get(name) or self._sources.get(name.casefold())
        if known is None:
            known = self._sources[name.casefold()] = Source(name=name, level=guess_level(name))
        return known

    @staticmethod
    def _read_periods(rows):
        keys = {(row.year, row.period_code) for row in rows if row.year and row.period_code}
        years, codes = {year for year, _code in keys}, {code for _year, code in keys}
        stored = Period.objects.filter(year__in=years, code__in=codes)
        return {(period.year, period.code): period for period in stored}

    @staticmethod
    def _read_sources(rows):
        names = {row.source for row in rows if row.source}
        lowered = {name.lower() for name in names}
        found = {}
        for source in Source.objects.annotate(lowered=Lower("name")).filter(
            Q(name__in=names) | Q(lowered__in=lowered)
        ):
            found.setdefault(source.name.casefold(), source)
            found[source.name] = source
        return found
