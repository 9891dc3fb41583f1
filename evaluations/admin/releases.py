"""Releases are read here, never changed; rankings decided elsewhere are written down through a form."""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from evaluations.actions import record_release
from evaluations.forms import RecordedReleaseForm
from evaluations.models import Award, Release, Score
from meetings.models import Role
from records.admin_base import Inline, ReadOnlyAdmin, RecordAdmin, RelatedDropdownFilter, action
from records.refusals import ActionRefused


class ReleasedScoreInline(Inline):
    model = Score
    fields = ("unit", "rank", "score", "band", "state")
    readonly_fields = fields
    ordering = ("rank", "unit__code")
    can_delete = False

    def has_add_permission(self, request, obj=None):
        return False

    def has_change_permission(self, request, obj=None):
        return False


@admin.register(Release)
class ReleaseAdmin(ReadOnlyAdmin):
    list_display = ("title", "number", "kind", "period", "region", "published_at")
    list_filter = ("kind", ("program", RelatedDropdownFilter))
    list_select_related = ("period", "region")
    search_fields = ("title", "ranking", "program__name")
    inlines = (ReleasedScoreInline,)
    exclude = ("text",)
    actions_list = ("record",)

    def has_record_permission(self, request, obj=None):
        return request.user.has_perm("evaluations.add_release")

    @action(
        description=gettext_lazy("Catat penetapan dari luar"),
        permissions=["record"],
        url_path="record",
        icon="edit_note",
    )
    def record(self, request):
        """Write down a ranking that was decided elsewhere."""
        form = RecordedReleaseForm(request.POST if request.method == "POST" else None, user=request.user)
        if request.method == "POST" and form.is_valid():
            try:
                release = record_release(by=request.user, **form.release_fields())
            except ActionRefused as refusal:
                form.add_error(None, refusal.message)
            else:
                messages.success(request, _("Penetapan dicatat dan tampil di halaman publik."))
                return HttpResponseRedirect(reverse("admin:evaluations_release_change", args=[release.pk]))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Catat penetapan dari luar"),
            "act": _("Catat penetapan"),
            "explained": _(
                "Untuk peringkat yang ditetapkan pihak lain. Tulis hanya yang disebut sumbernya; daerah lain "
                "tampil sebagai «tidak diumumkan»."
            ),
            "form": form,
            "opts": self.opts,
            "back": reverse("admin:evaluations_release_changelist"),
        }
        return TemplateResponse(request, "admin/records/act.html", context)


@admin.register(Award)
class AwardAdmin(RecordAdmin):
    list_display = ("title", "unit", "rank", "kind", "release", "handed_on")
    list_filter = ("kind", ("release__program", RelatedDropdownFilter))
    list_select_related = ("unit", "release")
    search_fields = ("title", "number", "unit__name")
    autocomplete_fields = ("release", "unit", "rakor")
    readonly_fields = ("code",)
    base_fields = ("release", "unit", "kind", "title", "rank", "number", "rakor", "handed_on", "signatory")

    def get_fields(self, request, obj=None):
        """Who handed over and who received is picked among the roles of the Rakor, so that is saved first."""
        handed = ("givers", "receiver") if obj and obj.rakor_id else ()
        return (*self.base_fields, *handed, *(("code",) if obj else ()))

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        for name in ("givers", "receiver"):
            if name in form.base_fields:
                form.base_fields[name].queryset = Role.objects.filter(rakor=obj.rakor_id)
        return form
