"""The list of people taken away as a file: no passwords, and addresses only of those one looks after."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django.utils.translation import gettext as _

from rakor.lib.dates import format_date
from records.sheet_files import CSV, XLSX, csv_file, xlsx_file
from regions.people import standing
from regions.people.reach import people_editable_by

KINDS = {"csv": (csv_file, CSV), "xlsx": (xlsx_file, XLSX)}


class PeopleDownload:
    """Two addresses beside the list, for whoever may read it; they keep the list's filters."""

    change_list_template = "admin/regions/people_list.html"

    def get_urls(self):
        views = [
            path(
                f"daftar.{kind}",
                self.admin_site.admin_view(self.download),
                {"kind": kind},
                name=f"accounts_user_{kind}",
            )
            for kind in KINDS
        ]
        return [*views, *super().get_urls()]

    def download(self, request, kind):
        if not self.has_view_permission(request):
            raise PermissionDenied
        people = self.get_changelist_instance(request).get_queryset(request)
        make, content_type = KINDS[kind]
        response = HttpResponse(make(*people_table(people, request.user)), content_type=content_type)
        name = f"orang-{timezone.localdate():%Y-%m-%d}.{kind}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response


def people_table(people, reader):
    """(titles, rows): one row a person; whoever only reads them gets no column of addresses."""
    own = set(people_editable_by(reader).values_list("pk", flat=True))
    titles = [
        _("nama"),
        _("akun"),
        _("penugasan"),
        _("jabatan"),
        _("berakhir"),
        _("terakhir masuk"),
        _("akun dibuka"),
    ]
    if own:
        titles.append(_("surel"))
    return titles, [row_of(person, own) for person in people]


def row_of(person, own):
    held = standing.in_force(person)
    end = standing.next_end(person)
    row = [
        person.name,
        person.username,
        standing.work_in_words(person),
        "; ".join(sorted({one.office for one in held if one.office})),
        format_date(end) if end else "",
        standing.seen_in_words(person),
        _("ya") if person.is_active else _("tidak"),
    ]
    return [*row, person.email if person.pk in own else ""] if own else row
