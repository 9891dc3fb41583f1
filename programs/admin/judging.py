"""Accepting and returning many reports at once: a page that names each of them, then a POST.

Each report is judged for itself: one that cannot be is left as it is, and said by name. Which may be accepted
together is the same here and in /kerja/: programs/judging_many.py.
"""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programs.admin.figures import figure_text
from programs.judging_many import accept_many, obstacles_of, return_many
from programs.models import Report
from records.admin_acts import ActForm, ReasonForm


def figures_in(report):
    """ "MCP 55; MCP-2 70": what accepting would let count."""
    return "; ".join(
        f"{measurement.indicator.code} {figure_text(measurement)}"
        for measurement in sorted(report.measurements.all(), key=lambda one: one.indicator.code)
    )


class Judging:
    """Bulk actions of the report list, for whoever may accept or return."""

    actions = ("accept_selected", "return_selected")

    def has_accept_permission(self, request):
        return request.user.has_perm("programs.accept_report")

    def has_return_permission(self, request):
        return request.user.has_perm("programs.return_report")

    @admin.action(description=gettext_lazy("Terima laporan yang dipilih"), permissions=["accept"])
    def accept_selected(self, request, queryset):
        explained = _("Angka laporan ini dihitung sejak diterima. Tidak satu pun angkanya ditandai.")
        return self._judge(
            request, queryset, "accept", ActForm, accept_many, _("Terima laporan"), explained, obstacles_of
        )

    @admin.action(description=gettext_lazy("Kembalikan laporan yang dipilih"), permissions=["return"])
    def return_selected(self, request, queryset):
        explained = _("Laporan kembali kepada pengirimnya untuk diperbaiki, dengan alasan yang sama.")
        return self._judge(
            request, queryset, "return", ReasonForm, return_many, _("Kembalikan laporan"), explained
        )

    def _judge(self, request, queryset, action, form_class, act, title, explained, obstacles=None):
        mine = Report.objects.within(request.user, action).values("pk")
        reports = queryset.filter(pk__in=mine).prefetch_related("measurements__indicator")
        reports = list(reports.select_related("unit", "program", "period", "submitted_by"))
        if not reports:
            messages.warning(request, _("Tidak satu pun laporan yang dipilih dapat Anda proses."))
            return None
        form = form_class(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            kept = obstacles(reports, by=request.user) if obstacles else {}
            return self._ask(request, queryset, reports, kept, form, title, explained)
        for report in reports:
            # What was shown, not what stands now: a report that changed meanwhile is refused.
            shown = request.POST.get(f"version-{report.pk}", "")
            report.version = int(shown) if shown.isdecimal() and len(shown) < 10 else 0
        done, refused = act(reports, by=request.user, **form.cleaned_data)
        self._tell(request, action, done, refused)
        return HttpResponseRedirect(request.get_full_path())

    def _ask(self, request, queryset, reports, kept, form, title, explained):
        """`kept`: {report's key: why it is not among them}."""
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "explained": explained,
            "form": form,
            "reports": [(one, figures_in(one)) for one in reports if one.pk not in kept],
            "kept": [(one, kept[one.pk]) for one in reports if one.pk in kept],
            "left_out": queryset.count() - len(reports),
            "action": request.POST["action"],
            "opts": self.opts,
        }
        return TemplateResponse(request, "admin/programs/judge.html", context)

    def _tell(self, request, action, done, refused):
        if done and action == "accept":
            text = ngettext("%(number)d laporan diterima.", "%(number)d laporan diterima.", done)
            messages.success(request, text % {"number": done})
        elif done:
            text = ngettext("%(number)d laporan dikembalikan.", "%(number)d laporan dikembalikan.", done)
            messages.success(request, text % {"number": done})
        for report, why in refused:
            messages.warning(request, f"{report}: {why}")
