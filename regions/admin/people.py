"""People and what they may do. A province's admin looks after the people of that province, and no further."""

from django import forms
from django.apps import apps
from django.contrib import admin, messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.choices import Role, Scope
from accounts.models import User
from records import ledger
from records.admin_base import (
    AdminPasswordChangeForm,
    DropdownFilter,
    RecordAdmin,
    StackedRecordInline,
    UserCreationForm,
    display,
)
from records.forms import VersionedForm
from regions.access import reach_of
from regions.admin.person_data import DataActs
from regions.doorway.actions import hand_over_password
from regions.models import Assignment, Unit

CHANGE = "regions.change_assignment"

# Rights come from the permission table and assignments; a group would promise what it does not give.
admin.site.unregister(Group)


class PersonCreationForm(UserCreationForm):
    class Meta:
        model = User
        fields = ("username", "name", "email")


class AssignmentForm(forms.ModelForm):
    """Nobody grants further than he or she reaches: unit, scope and Rakor are checked for that."""

    giver = None
    """Set on the form class by the inline, per request."""

    def clean(self):
        cleaned = super().clean()
        reach = reach_of(self.giver, CHANGE)
        if reach.everything or not self.has_changed():
            return cleaned
        if cleaned.get("scope") == Scope.ALL:
            self.add_error("scope", _("Lingkup «Semua» hanya diberikan oleh superuser."))
        unit = cleaned.get("unit")
        if unit and not Unit.objects.filter(reach.filter_served(""), pk=unit.pk).exists():
            self.add_error("unit", _("Unit ini di luar lingkup Anda."))
        if cleaned.get("object_ref") and not reaches_object(self.giver, cleaned["object_ref"]):
            self.add_error("object_ref", _("Objek ini tidak ada dalam lingkup Anda."))
        return cleaned


def reaches_object(user, reference):
    """Whether a reference such as "meetings.rakor:12" names something this person may change."""
    label, _colon, key = reference.partition(":")
    try:
        rows = apps.get_model(label)._default_manager.editable_by(user)
    except (LookupError, ValueError, AttributeError):
        return False
    return key.isdigit() and rows.filter(pk=key).exists()


class AssignmentFormSet(StackedRecordInline.formset):
    def clean(self):
        super().clean()
        kept = [form for form in self.forms if form not in self.deleted_forms and form.has_changed()]
        if not self.instance.pk and not kept and not self.giver.is_superuser:
            raise ValidationError(
                _("Beri sekurangnya satu penugasan: tanpa itu akun ini tidak dapat apa-apa.")
            )


class AssignmentInline(StackedRecordInline):
    model = Assignment
    form = AssignmentForm
    formset = AssignmentFormSet
    autocomplete_fields = ("unit",)
    fields = (("role", "scope"), ("unit", "object_ref"), ("starts_on", "ends_on"))
    tab = False

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.giver = formset.form.giver = request.user
        formset.form.base_fields["starts_on"].initial = timezone.localdate
        return formset

    def get_extra(self, request, obj=None, **kwargs):
        return 0 if obj else 1

    # An assignment is ended, not erased: what somebody was allowed to do stays known.
    def has_delete_permission(self, request, obj=None):
        return False


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


class SignedInFilter(DropdownFilter):
    title = gettext_lazy("pernah masuk")
    parameter_name = "masuk"

    def lookups(self, request, model_admin):
        return [("belum", _("Belum pernah masuk")), ("sudah", _("Sudah pernah masuk"))]

    def queryset(self, request, queryset):
        if self.value() not in ("belum", "sudah"):
            return queryset
        return queryset.filter(last_login__isnull=self.value() == "belum")


@admin.register(User)
class PersonAdmin(DataActs, RecordAdmin, DjangoUserAdmin):
    form = VersionedForm
    add_form = PersonCreationForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("username", "name", "roles", "last_login", "is_active")
    list_filter = (RoleFilter, SignedInFilter)
    list_filter_submit = True
    search_fields = ("username", "name", "email")
    search_help_text = gettext_lazy("Nama akun, nama, atau surel.")
    ordering = ("username",)
    filter_horizontal = ()
    inlines = (AssignmentInline,)
    readonly_fields = ("reset_link", "last_login", "date_joined")
    fieldsets = (
        (None, {"fields": (("username", "reset_link"), ("name", "email"), "is_active")}),
        (gettext_lazy("Jejak"), {"fields": (("last_login", "date_joined"),)}),
    )
    add_fieldsets = (
        (
            None,
            {
                "fields": ("username", "name", "email", "password1", "password2"),
                "description": gettext_lazy(
                    "Sampaikan kata sandi ini langsung kepada orangnya; ia menggantinya setelah masuk."
                ),
            },
        ),
    )

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if obj and not self.has_change_permission(request, obj):
            fieldsets = (
                (None, {"fields": ("username", ("name", "email"), "is_active")}),
                *self.fieldsets[1:],
            )
        if obj and request.user.is_superuser:
            fieldsets = (*fieldsets, (gettext_lazy("Hak penuh"), {"fields": ("is_superuser", "is_staff")}))
        return fieldsets

    def get_queryset(self, request):
        queryset = super().get_queryset(request).prefetch_related("assignments__unit")
        reach = reach_of(request.user, "accounts.view_user")
        if reach.everything:
            return queryset
        people = Assignment.objects.filter(reach.filter_served("unit")).values("user")
        return queryset.filter(Q(pk__in=people) | Q(pk=request.user.pk))

    def may_edit(self, request, obj):
        """A person all of whose assignments lie within one's own reach; never oneself, never a superuser."""
        if obj is None or request.user.is_superuser:
            return True
        key = getattr(obj, "pk", obj)
        reach = reach_of(request.user, "accounts.change_user")
        beyond = Assignment.objects.exclude(pk__in=Assignment.objects.filter(reach.filter_served("unit")))
        return (
            User.objects.filter(pk=key, is_superuser=False)
            .exclude(pk=request.user.pk)
            .exclude(pk__in=beyond.in_force(timezone.localdate()).values("user"))
            .exists()
        )

    # People are never deleted under their deeds; an account is closed instead.
    def has_delete_permission(self, request, obj=None):
        return False

    def save_model(self, request, obj, form, change):
        if not change:
            obj.is_staff = True
            obj.must_change_password = True
        super().save_model(request, obj, form, change)

    def user_change_password(self, request, id, form_url=""):  # noqa: A002  Django's own name
        with transaction.atomic():
            before = User.objects.filter(pk=id).first() if str(id).isdigit() else None
            response = super().user_change_password(request, id, form_url)
            after = User.objects.filter(pk=before.pk).first() if before else None
            if before and before.password != after.password:
                given = hand_over_password(after, ledger.snapshot(before), by=request.user)
                if given == request.user:
                    update_session_auth_hash(request, given)
        return response

    def response_add(self, request, obj, post_url_continue=None):
        if not obj.email:
            messages.info(request, _("Tanpa surel, kata sandi hanya dapat disetel ulang di halaman ini."))
        return super().response_add(request, obj, post_url_continue)

    @display(description=gettext_lazy("kata sandi"))
    def reset_link(self, user):
        address = reverse("admin:auth_user_password_change", args=[user.pk])
        words = _("Setel ulang kata sandi")
        return format_html(
            '<a class="text-primary-600 underline dark:text-primary-500" href="{}">{}</a>', address, words
        )

    @display(description=gettext_lazy("penugasan yang berlaku"))
    def roles(self, user):
        today = timezone.localdate()
        current = [a for a in user.assignments.all() if a.starts_on <= today <= (a.ends_on or today)]
        named = [f"{a.get_role_display()} ({a.unit})" if a.unit else a.get_role_display() for a in current]
        return ", ".join(named) or _("tidak ada")
