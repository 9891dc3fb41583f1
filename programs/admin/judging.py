"""Accepting and returning many reports at once: a page that names each of them, then a POST.

Each report is judged for itself: one that cannot be is left as it is, and said by name.
"""

from django.contrib import admin, messages
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programs.admin.figures import figure_text
from programs.judging import accept_report, return_report
from programs.models import Report
from records.admin_acts import ActForm, ReasonForm
from records.refusals import ActionRefused


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
        explained = _("Angka laporan ini dihitung sejak diterima. Yang Anda kirim atau isi sendiri dilewati.")
        return self._judge(
            request, queryset, "accept", ActForm, accept_report, _("Terima laporan"), explained
        )

    @admin.action(description=gettext_lazy("Kembalikan laporan yang dipilih"), permissions=["return"])
    def return_selected(self, request, queryset):
        explained = _("Laporan kembali kepada pengirimnya untuk diperbaiki, dengan alasan yang sama.")
        return self._judge(
            request, queryset, "return", ReasonForm, return_report, _("Kembalikan laporan"), explained
        )

    def _judge(self, request, queryset, action, form_class, act, title, explained):
        mine = Report.objects.within(request.user, action).values("pk")
        reports = queryset.filter(pk__in=mine).prefetch_related("measurements__indicator")
        reports = list(reports.select_related("unit", "program", "period", "submitted_by"))
        if not reports:
            messages.warning(request, _("Tidak satu pun laporan yang dipilih dapat Anda proses."))
            return None
        form = form_class(request.POST if "confirmed" in request.POST else None)
        if not form.is_valid():
            return self._ask(request, queryset, reports, form, title, explained)
        done, refused = 0, []
        for report in reports:
            # What was shown, not what stands now: a report that changed meanwhile is refused.
            shown = request.POST.get(f"version-{report.pk}", "")
            report.version = int(shown) if shown.isdecimal() and len(shown) < 10 else 0
            try:
                act(report, by=request.user, **form.cleaned_data)
                done += 1
            except ActionRefused as refusal:
                refused.append(f"{report}: {refusal.message}")
        self._tell(request, action, done, refused)
        return HttpResponseRedirect(request.get_full_path())

    def _ask(self, request, queryset, reports, form, title, explained):
        context = {
            **self.admin_site.each_context(request),
            "title": title,
            "explained": explained,
            "form": form,
            "reports": [(report, figures_in(report)) for report in reports],
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
        for sentence in refused:
            messages.warning(request, sentence)
