"""Provinces and regencies come from a data file and are read here; agencies are an office's own."""

from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Case, IntegerField, Q, Value, When
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from records.admin_base import ChoicesDropdownFilter, Inline, ReadOnlyAdmin, RecordAdmin, display
from records.forms import VersionedForm
from regions.access import reach_of
from regions.choices import UnitKind
from regions.labels import unit_label
from regions.models import Agency, Province, Regency, Unit, UnitName
from regions.names import KIND_WORDS


class UnitSearch:
    """Units are found by every word of what was typed: name, alias, abbreviation, code, or the unit above."""

    search_fields = ("name",)
    search_help_text = gettext_lazy("Nama, sebutan lain, singkatan, atau kode; beberapa kata boleh.")

    def get_search_results(self, request, queryset, search_term):
        for word in search_term.split():
            queryset = queryset.filter(named(word))
        return queryset.select_related("parent").order_by(nearest_first(search_term.strip()), "code"), False

    def option_label(self, unit):
        return unit_label(unit)


def named(word):
    aliases = UnitName.objects.filter(name__icontains=word).values("unit")
    by_abbreviation = Agency.objects.filter(abbreviation__icontains=word).values("pk")
    return (
        of_kind(word)
        | Q(name__icontains=word)
        | Q(code__startswith=word)
        | Q(parent__name__icontains=word)
        | Q(pk__in=aliases)
        | Q(pk__in=by_abbreviation)
    )


def of_kind(word):
    """What the lists call it by: "Provinsi Jambi" finds the province whose name is Jambi."""
    kind = kind_of(word)
    if kind is None:
        return Q(pk__in=[])
    if kind in UnitKind:
        return Q(kind=kind)
    return Q(pk__in=Regency.objects.filter(regency_kind=kind).values("pk"))


def kind_of(word):
    return KIND_WORDS.get(word.casefold().rstrip("."))


def nearest_first(text):
    """Whose own name begins with what was typed comes before whose province merely does."""
    if not text:
        return Value(0)
    bare = " ".join(word for word in text.split() if kind_of(word) is None)
    return Case(
        When(Q(name__iexact=text) | Q(name__iexact=bare) | Q(code=text), then=0),
        When(name__istartswith=text, then=1),
        When(name__icontains=text, then=2),
        default=3,
        output_field=IntegerField(),
    )


class KeepsOwnUnits:
    """A province's admin changes the agencies and names of that province, nobody else's."""

    kept_by = ""
    """The permission whose reach says which."""

    def may_edit(self, request, obj):
        if obj is None:
            return True
        reach = reach_of(request.user, self.kept_by)
        return Unit.objects.filter(reach.filter_served(""), pk=getattr(obj, "pk", obj)).exists()


class UnitNameInline(Inline):
    model = UnitName
    fields = ("name", "kind", "valid_from", "valid_to", "decree")


@admin.register(Unit)
class UnitAdmin(UnitSearch, ReadOnlyAdmin):
    """Only to be picked from: the lists below show each kind. What is added here is an agency."""

    list_display = ("code", "name", "kind", "parent")

    def get_model_perms(self, request):
        return {}

    def has_add_permission(self, request):
        return request.user.has_perm("regions.add_agency")

    def add_view(self, request, form_url="", extra_context=None):
        address = reverse("admin:regions_agency_add")
        return HttpResponseRedirect(f"{address}?{request.GET.urlencode()}")


class RegionAdmin(UnitSearch, KeepsOwnUnits, RecordAdmin):
    """A province or regency: the data file says what it is, the office adds what else it is called."""

    list_display = ("code", "name", "bps_code", "valid_from", "valid_to")
    inlines = (UnitNameInline,)
    kept_by = "regions.change_unitname"

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return request.user.has_perm(self.kept_by) and self.may_edit(request, obj)

    def get_readonly_fields(self, request, obj=None):
        return self.get_fields(request, obj)


@admin.register(Province)
class ProvinceAdmin(RegionAdmin):
    list_display = (*RegionAdmin.list_display, "time_zone")
    fields = ("code", "bps_code", "name", "time_zone", "valid_from", "valid_to")


@admin.register(Regency)
class RegencyAdmin(RegionAdmin):
    list_display = ("code", "full_name", "province", "bps_code", "capital")
    list_filter = (("regency_kind", ChoicesDropdownFilter),)
    list_select_related = ("parent",)
    fields = ("code", "bps_code", "full_name", "province", "capital", "valid_from", "valid_to")

    @display(description=gettext_lazy("nama"), ordering="name")
    def full_name(self, regency):
        return regency.full_name

    @display(description=gettext_lazy("provinsi"), ordering="parent__code")
    def province(self, regency):
        return regency.parent.name


class AgencyForm(VersionedForm):
    """The code may be left empty: it is then made of the region's code and the abbreviation."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "code" in self.fields:
            self.fields["code"].required = False
            self.fields["code"].help_text = _("Boleh dikosongkan: terisi dari daerah dan singkatannya.")

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("code") and cleaned.get("name"):
            cleaned["code"] = agency_code(
                cleaned.get("parent"), cleaned.get("abbreviation") or cleaned["name"]
            )
        return cleaned


def agency_code(parent, name):
    """ "15-bkd", "15.01-dinsos"; a national agency's stands alone ("kpk")."""
    short = slugify(name)[:25].strip("-") or "instansi"
    short = short if short[0].isalpha() else f"i-{short}"
    base = f"{parent.code.split('-')[0]}-{short}" if parent else short
    taken = set(Unit.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(
        code for code in (base, *(f"{base}-{n}" for n in range(2, len(taken) + 3))) if code not in taken
    )


@admin.register(Agency)
class AgencyAdmin(UnitSearch, KeepsOwnUnits, RecordAdmin):
    form = AgencyForm
    kept_by = "regions.change_agency"
    list_display = ("name", "abbreviation", "agency_kind", "parent", "code")
    list_filter = (("agency_kind", ChoicesDropdownFilter),)
    list_select_related = ("parent",)
    autocomplete_fields = ("parent",)
    fields = (
        "name",
        ("abbreviation", "agency_kind"),
        ("parent", "code"),
        "address",
        ("valid_from", "valid_to"),
    )
    inlines = (UnitNameInline,)

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        reach = reach_of(request.user, "regions.change_agency")

        class FormInReach(form):
            def clean_parent(self):
                parent = self.cleaned_data["parent"]
                if parent and not Unit.objects.filter(reach.filter_served(""), pk=parent.pk).exists():
                    raise ValidationError(
                        _("%(unit)s di luar lingkup Anda.") % {"unit": unit_label(parent)},
                        code="out_of_reach",
                    )
                return parent

        return FormInReach
