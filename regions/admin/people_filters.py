"""The list of people narrowed: by role, by unit, by how they stand; each choice with its number."""

from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role
from records.admin_base import DropdownFilter
from regions.labels import unit_label
from regions.models import Assignment, Unit
from regions.people import standing
from regions.people.reach import people_visible_to


class RoleFilter(DropdownFilter):
    title = gettext_lazy("peran")
    parameter_name = "peran"

    def lookups(self, request, model_admin):
        return Role.choices

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        holders = Assignment.objects.in_force(timezone.localdate()).filter(role=self.value())
        return queryset.filter(pk__in=holders.values("user"))


class UnitFilter(DropdownFilter):
    """The units where somebody serves, with how many do."""

    title = gettext_lazy("unit")
    parameter_name = "unit"

    def lookups(self, request, model_admin):
        people = people_visible_to(request.user).values("pk")
        held = Assignment.objects.in_force(timezone.localdate()).filter(user__in=people)
        number = Count("assignments__user", filter=Q(assignments__in=held.values("pk")), distinct=True)
        units = Unit.objects.annotate(people=number).filter(people__gt=0).select_related("parent")
        return [(str(unit.pk), f"{unit_label(unit)} ({unit.people})") for unit in units.order_by("code")]

    def queryset(self, request, queryset):
        value = self.value() or ""
        return queryset.filter(standing.serving([int(value)])) if value.isdigit() else queryset

    def choices(self, changelist):
        changelist.add_facets = False  # the numbers are counted above, in one go for however many units
        yield from super().choices(changelist)
        changelist.add_facets = True


STATES = {
    "belum": (gettext_lazy("Belum pernah masuk"), standing.never_came),
    "sudah": (gettext_lazy("Sudah pernah masuk"), standing.came),
    "berakhir": (gettext_lazy("Penugasan berakhir dalam 30 hari"), standing.ending_soon),
    "tanpa": (gettext_lazy("Tanpa penugasan"), standing.without_work),
    "tutup": (gettext_lazy("Akun ditutup"), standing.closed),
}


class StateFilter(DropdownFilter):
    title = gettext_lazy("keadaan")
    parameter_name = "masuk"

    def lookups(self, request, model_admin):
        return [(value, _(label)) for value, (label, _narrow) in STATES.items()]

    def queryset(self, request, queryset):
        if self.value() not in STATES:
            return queryset
        _label, narrow = STATES[self.value()]
        return narrow(queryset)
