from datetime import timedelta

from django.db import models
from django.db.models import Q

from regions.choices import UnitKind


class UnitQuerySet(models.QuerySet):
    def provinces(self):
        return self.filter(kind=UnitKind.PROVINCE)

    def regencies(self):
        return self.filter(kind=UnitKind.REGENCY)

    def agencies(self):
        return self.filter(kind=UnitKind.AGENCY)

    def regions(self):
        """Provinces and regencies: what a Kemendagri code names."""
        return self.exclude(kind=UnitKind.AGENCY)

    def valid_on(self, day):
        """Units that existed on a day."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day),
            Q(valid_to__isnull=True) | Q(valid_to__gte=day),
        )

    def within(self, unit):
        """A unit and everything below it, three levels deep: province, regency, agency."""
        return self.filter(
            Q(pk=unit.pk) | Q(parent=unit) | Q(parent__parent=unit) | Q(parent__parent__parent=unit)
        )

    def search(self, text):
        """By name, alias or code, as a person types it."""
        text = text.strip()
        return self.filter(
            Q(name__icontains=text) | Q(code__startswith=text) | Q(names__name__icontains=text)
        ).distinct()


class RegencyQuerySet(UnitQuerySet):
    def of_province(self, province, category=""):
        """The regencies a ranking of this province covers; `category` narrows to kabupaten or kota."""
        regencies = self.filter(parent=province)
        return regencies.filter(regency_kind=category) if category else regencies


class AssignmentQuerySet(models.QuerySet):
    def in_force(self, day):
        """What gives rights on a day, `day` being today: one ended by hand gives none from that moment."""
        return self.in_force_or_later(day).filter(starts_on__lte=day)

    def in_force_or_later(self, day):
        """Those that give something on a day or will after it."""
        return self.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day), ended_at__isnull=True)

    def ending_soon(self, day, days=30):
        """In force today and over within `days`, unless somebody prolongs them."""
        return self.in_force(day).filter(ends_on__lte=day + timedelta(days=days))
