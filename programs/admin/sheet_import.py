"""Uploading the standard sheet: upload, preview, confirm, on the screens of django-import-export.

Between preview and confirmation the file lies in private storage. What the browser brings back is one signed
token: it names the stored file, the person and what was shown, and is good for nothing else.
"""

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
from import_export.admin import ImportMixin
from import_export.tmp_storages import MediaStorage

from programs.formats import SheetFile
from programs.resources import StandardSheetResource
from rakor.lib.standard_sheet import COLUMNS, NEEDED, template_csv
from records.sheet_uploads import KEPT, OUTDATED, SealedForm, SheetFileField, sealed

SALT = "programs.sheet-import"
SHOWN_ROWS = 500


class SheetStorage(MediaStorage):
    """Uploads that wait; those that nobody confirmed are swept out when the next one comes."""

    def sweep(self):
        oldest = timezone.now() - KEPT
        if not self._storage.exists(self.MEDIA_FOLDER):
            return
        for name in self._storage.listdir(self.MEDIA_FOLDER)[1]:
            stored = f"{self.MEDIA_FOLDER}/{name}"
            if self._storage.get_modified_time(stored) < oldest:
                self._storage.delete(stored)


class SheetForm(forms.Form):
    """One file. The library asks for a format too: ours is told by the file itself."""

    import_file = SheetFileField(label=gettext_lazy("Lembar baku"))

    def __init__(self, formats, resources, **options):
        super().__init__(**options)

    def clean(self):
        return {**super().clean(), "format": "0", "resource": ""}


class ConfirmForm(SealedForm):
    """Gives what the library asks for: the file that waits, and what the person saw who confirms."""

    salt = SALT

    def clean(self):
        super().clean()
        return {
            "import_file_name": self.bound["stored"],
            "original_file_name": self.bound["name"],
            "fingerprint": self.bound["fingerprint"],
            "format": "0",
            "resource": "",
        }


class SheetImportMixin(ImportMixin):
    """The import screens of an admin page. Whoever may import is asked of the permission table."""

    resource_classes = (StandardSheetResource,)
    import_form_class = SheetForm
    confirm_form_class = ConfirmForm
    import_template_name = "admin/programs/import_sheet.html"
    import_export_change_list_template = "admin/programs/change_list_import.html"
    tmp_storage_class = SheetStorage
    skip_admin_log = True  # the ledger says more

    def get_urls(self):
        template = path(
            "import/lembar-kosong.csv",
            self.admin_site.admin_view(self.empty_sheet),
            name=f"{self.url_name}_empty_sheet",
        )
        return [template, *super().get_urls()]

    @property
    def import_formats(self):
        return [SheetFile]

    def empty_sheet(self, request):
        """The standard sheet with its titles only, to be filled."""
        if not self.has_import_permission(request):
            raise PermissionDenied
        response = HttpResponse(template_csv(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="lembar-baku.csv"'
        return response

    # Upload and preview.

    def import_action(self, request, **options):
        response = super().import_action(request, **options)
        context = response.context_data
        result = context.get("result")
        if result is not None:
            upload = context["form"].cleaned_data["import_file"]
            if result.preview.is_clean and result.preview.changes_anything:
                context["confirm_form"].initial["token"] = self.token(request, upload, result.preview)
            else:
                context.pop("confirm_form", None)
                self.get_tmp_storage_class()(name=upload.tmp_storage_name).remove()
        context.update(self.page(result))
        return response

    def page(self, result):
        """What the page says besides what the library puts there."""
        preview = result.preview if result else None
        rows = preview.rows if preview else []
        if len(rows) > SHOWN_ROWS:
            rows = [row for row in rows if row.changes_something][:SHOWN_ROWS]
        title = _("Pratinjau: %(file)s") % {"file": preview.filename} if preview else _("Impor lembar baku")
        return {
            "title": title,
            "preview": preview,
            "rows": rows,
            "rows_left_out": len(preview.rows) - len(rows) if preview else 0,
            "columns": [(column, column in NEEDED) for column in COLUMNS],
            "import_url": self.import_url(),
            "empty_sheet_url": reverse(f"admin:{self.url_name}_empty_sheet"),
        }

    def token(self, request, upload, preview):
        bound = {
            "stored": upload.tmp_storage_name,
            "name": upload.name,
            "fingerprint": preview.fingerprint,
        }
        return sealed(bound, by=request.user, salt=SALT)

    def write_to_tmp_storage(self, import_file, input_format):
        storage = super().write_to_tmp_storage(import_file, input_format)
        storage.sweep()
        return storage

    def get_import_resource_kwargs(self, request, **options):
        return {}

    def get_import_data_kwargs(self, form=None, **options):
        """What our resource takes besides the file: what the person saw who confirms."""
        return {"fingerprint": form.cleaned_data.get("fingerprint", "")}

    def get_confirm_form_kwargs(self, request, import_form=None):
        return {**super().get_confirm_form_kwargs(request, import_form), "user": request.user}

    def get_confirm_form_initial(self, request, import_form):
        return {}

    # Confirmation.

    @method_decorator(require_POST)
    def process_import(self, request, **options):
        if not self.has_import_permission(request):
            raise PermissionDenied
        form = self.create_confirm_form(request)
        if not form.is_valid():
            return self.upload_again(request, next(iter(form.non_field_errors()), OUTDATED))
        try:
            return super().process_import(request, **options)
        except FileNotFoundError:
            message = _("Pratinjau ini sudah dikonfirmasi atau kedaluwarsa. Unggah lagi bila perlu.")
            return self.upload_again(request, message)

    def upload_again(self, request, message):
        messages.error(request, message)
        return HttpResponseRedirect(self.import_url())

    def process_result(self, result, request):
        if result.preview.is_clean:
            return super().process_result(result, request)
        context = {
            **self.admin_site.each_context(request),
            **self.page(result),
            "form": SheetForm(self.get_import_formats(), self.get_import_resource_classes(request)),
            "opts": self.opts,
        }
        return TemplateResponse(request, self.import_template_name, context, status=409)

    def add_success_message(self, result, request):
        if result.batch is None:
            messages.info(request, _("Semua baris sama dengan yang tersimpan. Tidak ada yang diubah."))
            return
        message = _(
            "%(file)s disimpan: %(new)d angka baru, %(changed)d berubah, %(beside)d di samping sumber lain, "
            "%(same)d sama. Laporannya menunggu diperiksa orang lain."
        )
        preview = result.preview
        if preview.only_beside:
            message = _(
                "%(file)s disimpan: %(beside)d angka di samping sumber lain, %(same)d sama. "
                "Impornya menunggu diterima orang lain."
            )
        counts = {name: getattr(preview, name) for name in ("new", "changed", "beside", "same")}
        messages.success(request, message % {"file": preview.filename, **counts})

    def import_url(self):
        return reverse(f"admin:{self.url_name}_import")

    @property
    def url_name(self):
        return f"{self.opts.app_label}_{self.opts.model_name}"
