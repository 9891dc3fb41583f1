"""Uploading a list of officers: upload, preview, confirm, and then the invitations to pass on.

Nothing of the file waits on the server: what was read of it is sealed into the preview's form.
"""

from datetime import date

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from accounts.choices import Role, Scope
from rakor.lib.dates import format_date
from rakor.lib.officer_sheet import template_csv
from records.admin_base import UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget, UnfoldBooleanWidget
from records.forms import DateFormField
from records.refusals import ImportRefused
from records.sheet_uploads import SealedForm, SheetFileField, sealed
from regions.admin.person_forms import offered_pairs
from regions.people.importing import ListReading, Terms, confirm_people, preview_people, read_list
from regions.people.importing.confirming import may_import
from regions.people.importing.preview import Place

SALT = "regions.people-import"
NOT_FROM_A_LIST = (Scope.THIS_RAKOR, Scope.ALL)
"""A committee and a right to everything are given one by one."""


def scope_in(pair):
    """The scope in a choice such as ("operator:unit", "Operator · Unit sendiri")."""
    return pair[0].partition(":")[2]


class ListForm(forms.Form):
    """The file, and what everybody in it is given alike."""

    import_file = SheetFileField(label=gettext_lazy("Daftar pejabat"))
    given = forms.ChoiceField(
        label=gettext_lazy("Peran dan lingkup untuk semua baris"), widget=UnfoldAdminSelectWidget
    )
    place = forms.ChoiceField(
        label=gettext_lazy("Bertugas di"),
        choices=Place.choices,
        widget=UnfoldAdminSelectWidget,
        help_text=gettext_lazy("Laporan adalah milik daerah: operator data biasanya bertugas di daerahnya."),
    )
    starts_on = DateFormField(label=gettext_lazy("Mulai"), widget=UnfoldAdminTextInputWidget)
    ends_on = DateFormField(
        label=gettext_lazy("Hari terakhir"),
        required=False,
        widget=UnfoldAdminTextInputWidget,
        help_text=gettext_lazy("Kosong bila belum ditentukan."),
    )

    def __init__(self, *args, by, **options):
        super().__init__(*args, **options)
        self.fields["given"].choices = [
            (role, [pair for pair in pairs if scope_in(pair) not in NOT_FROM_A_LIST])
            for role, pairs in offered_pairs(by)
        ]
        self.initial = {
            "given": f"{Role.OPERATOR}:{Scope.OWN_UNIT}",
            "starts_on": format_date(timezone.localdate()),
        } | self.initial

    def terms(self):
        cleaned = self.cleaned_data
        role, _colon, scope = cleaned["given"].partition(":")
        return Terms(role, scope, cleaned["place"], cleaned["starts_on"], cleaned["ends_on"])


class ConfirmListForm(SealedForm):
    salt = SALT
    without_wrong = forms.BooleanField(
        label=gettext_lazy("Lewati baris yang bermasalah"), required=False, widget=UnfoldBooleanWidget
    )

    def reading(self):
        return ListReading.from_text(self.bound["reading"])

    def terms(self):
        *rest, starts_on, ends_on = self.bound["terms"]
        return Terms(*rest, *(day and date.fromisoformat(day) for day in (starts_on, ends_on)))


class PeopleImport:
    """Three addresses beside the list of people, for whoever may invite."""

    def get_urls(self):
        name = "accounts_user_import"
        wrap = self.admin_site.admin_view
        return [
            path("impor/", wrap(self.upload_list), name=f"{name}_sheet"),
            path("impor/simpan/", wrap(self.confirm_list), name=f"{name}_confirm"),
            path("impor/lembar-kosong.csv", wrap(self.empty_list), name=f"{name}_empty"),
            *super().get_urls(),
        ]

    def changelist_view(self, request, extra_context=None):
        return super().changelist_view(
            request, {**(extra_context or {}), "may_import": may_import(request.user)}
        )

    def upload_list(self, request):
        self._require(request)
        form = ListForm(request.POST or None, request.FILES or None, by=request.user)
        if not (request.method == "POST" and form.is_valid()):
            return self._list_page(request, form)
        upload, terms = form.cleaned_data["import_file"], form.terms()
        reading = read_list(upload.read(), upload.name)
        preview = preview_people(reading, terms, by=request.user)
        return self._list_page(request, form, preview, self._confirmation(request, reading, preview))

    @method_decorator(require_POST)
    def confirm_list(self, request):
        self._require(request)
        form = ConfirmListForm(request.POST, user=request.user)
        if not form.is_valid():
            messages.error(request, form.non_field_errors()[0])
            return HttpResponseRedirect(reverse("admin:accounts_user_import_sheet"))
        reading, terms = form.reading(), form.terms()
        options = {
            "fingerprint": form.bound["fingerprint"],
            "without_wrong": form.cleaned_data["without_wrong"],
        }
        try:
            result = confirm_people(reading, terms, by=request.user, **options)
        except ImportRefused as refused:
            preview = preview_people(reading, terms, by=request.user)
            preview.problems = refused.problems
            return self._list_page(request, ListForm(by=request.user), preview, status=409)
        self._say(request, result)
        if not result.invited:
            return HttpResponseRedirect(reverse("admin:accounts_user_changelist"))
        return self.shown_once(request, *result.invited)

    def empty_list(self, request):
        """A list with its titles only, to be filled."""
        self._require(request)
        response = HttpResponse(template_csv(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="daftar-pejabat.csv"'
        return response

    def _require(self, request):
        if not may_import(request.user):
            raise PermissionDenied

    def _confirmation(self, request, reading, preview):
        """The form that confirms this preview; None where there is nothing to confirm."""
        if not preview.changes_anything or not (preview.is_clean or preview.may_go_without):
            return None
        terms = preview.terms
        days = [day and day.isoformat() for day in (terms.starts_on, terms.ends_on)]
        bound = {
            "reading": reading.as_text(),
            "terms": [terms.role, terms.scope, terms.place, *days],
            "fingerprint": preview.fingerprint,
        }
        token = sealed(bound, by=request.user, salt=SALT)
        return ConfirmListForm(initial={"token": token}, user=request.user)

    def _list_page(self, request, form, preview=None, confirm_form=None, status=200):
        title = (
            _("Pratinjau: %(file)s") % {"file": preview.filename} if preview else _("Impor daftar pejabat")
        )
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "form": form,
            "preview": preview,
            "confirm_form": confirm_form,
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/regions/import_people.html", context, status=status)

    def _say(self, request, result):
        if result.batch is None:
            messages.info(request, _("Semua baris sama dengan yang tersimpan. Tidak ada yang diubah."))
            return
        batch = result.batch
        message = _("%(file)s: %(new)d diundang, %(changed)d penugasan diperbarui, %(same)d sama.")
        counts = {"new": batch.rows_new, "changed": batch.rows_changed, "same": batch.rows_same}
        messages.success(request, message % {"file": result.preview.filename, **counts})
