"""People and what they may do. A province's admin looks after the people of that province, and no further."""

from django.contrib import admin
from django.contrib.admin import ShowFacets
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.admin import UserAdmin as DjangoUserAdmin
from django.contrib.auth.models import Group
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import User
from rakor.lib.dates import format_date
from records import ledger
from records.admin_base import AdminPasswordChangeForm, Inline, RecordAdmin, display
from records.models import Change
from regions.admin.people_download import PeopleDownload
from regions.admin.people_filters import RoleFilter, StateFilter, UnitFilter
from regions.admin.people_import import PeopleImport
from regions.admin.person_acts import PersonActs
from regions.admin.person_data import DataActs
from regions.admin.person_forms import PersonForm
from regions.doorway.actions import hand_over_password
from regions.models import Assignment
from regions.people import standing
from regions.people.reach import people_editable_by, people_visible_to

# Rights come from the permission table and assignments; a group would promise what it does not give.
admin.site.unregister(Group)


class AssignmentInline(Inline):
    """What a person holds and held, to be read: it is given and ended by an act, with its reason."""

    model = Assignment
    fk_name = "user"
    fields = ("role", "scope", "unit", "object_ref", "office", "starts_on", "ends_on", "stands")
    readonly_fields = fields
    can_delete = False
    tab = False

    def get_queryset(self, request):
        return super().get_queryset(request).select_related("unit__parent")

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    @display(description=gettext_lazy("keadaan"))
    def stands(self, assignment):
        return standing.in_words(assignment)


@admin.register(User)
class PersonAdmin(PeopleDownload, PeopleImport, PersonActs, DataActs, RecordAdmin, DjangoUserAdmin):
    form = PersonForm
    change_password_form = AdminPasswordChangeForm
    list_display = ("person", "username", "roles", "seen", "ending", "is_open")
    list_display_links = ("person",)
    list_filter = (StateFilter, RoleFilter, UnitFilter)
    list_filter_submit = True
    show_facets = ShowFacets.ALWAYS
    search_fields = ("username", "name", "email")
    search_help_text = gettext_lazy("Nama akun, nama, atau surel.")
    ordering = ("username",)
    filter_horizontal = ()
    inlines = (AssignmentInline,)
    actions_detail = (*PersonActs.actions_detail, *DataActs.actions_detail)
    readonly_fields = ("reset_link", "is_open", "seen", "date_joined")
    fieldsets = (
        (None, {"fields": (("username", "reset_link"), ("name", "email"))}),
        (gettext_lazy("Jejak"), {"fields": ("seen", ("is_open", "date_joined"))}),
    )

    def get_fieldsets(self, request, obj=None):
        fieldsets = super().get_fieldsets(request, obj)
        if not self.has_change_permission(request, obj):
            fieldsets = ((None, {"fields": ("username", "name")}), *fieldsets[1:])
        if request.user.is_superuser:
            fieldsets = (*fieldsets, (_("Hak penuh"), {"fields": ("is_superuser", "is_staff")}))
        return fieldsets

    def get_form(self, request, obj=None, **kwargs):
        form = super().get_form(request, obj, **kwargs)
        form.by = request.user
        return form

    def get_queryset(self, request):
        return standing.with_standing(people_visible_to(request.user, super().get_queryset(request)))

    def may_edit(self, request, obj):
        """Whoever this person looks after; a superuser also him- or herself."""
        if obj is None or request.user.is_superuser:
            return True
        return people_editable_by(request.user).filter(pk=getattr(obj, "pk", obj)).exists()

    # People are never deleted under their deeds; an account is closed instead.
    def has_delete_permission(self, request, obj=None):
        return False

    def history_lines(self, request, obj):
        """The account's own lines and those of what the person was given."""
        keys = [str(key) for key in obj.assignments.values_list("pk", flat=True)]
        given = Q(object_type=Assignment._meta.label_lower, object_id__in=keys)
        own = Q(object_type=obj._meta.label_lower, object_id=str(obj.pk))
        return Change.objects.filter(own | given).select_related("by").order_by("-id")

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

    @display(description=gettext_lazy("kata sandi"))
    def reset_link(self, user):
        address = reverse("admin:auth_user_password_change", args=[user.pk])
        words = _("Setel ulang kata sandi")
        return format_html(
            '<a class="text-primary-600 underline dark:text-primary-500" href="{}">{}</a>', address, words
        )

    @display(description=gettext_lazy("orang"), ordering="name")
    def person(self, user):
        return user.get_full_name()

    @display(description=gettext_lazy("penugasan yang berlaku"))
    def roles(self, user):
        return standing.work_in_words(user)

    @display(description=gettext_lazy("terakhir masuk"), ordering="last_login")
    def seen(self, user):
        return standing.seen_in_words(user)

    @display(description=gettext_lazy("akun dibuka"), ordering="is_active", boolean=True)
    def is_open(self, user):
        return user.is_active

    @display(description=gettext_lazy("berakhir"))
    def ending(self, user):
        day = standing.next_end(user)
        return format_date(day) if day else "–"
