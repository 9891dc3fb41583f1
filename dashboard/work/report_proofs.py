"""Data dukung on a report's page: a file or a link, at a line or for the whole report; the file itself."""

from dataclasses import dataclass, field

from django import forms
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from programs.evidence import Proof, add_evidence, remove_evidence
from programs.models import Evidence, Report
from rakor.lib.personal import refuse_email
from records.forms import UploadFormField
from records.refusals import ActionRefused
from records.serving import attachment

ACCEPTED = "image/jpeg,image/png,application/pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp"
"""Offered to a telephone, which may take a photograph; what it is, is told by its content."""


class ProofForm(forms.Form):
    """One file, one link, or both."""

    berkas = UploadFormField(
        label=gettext_lazy("Foto atau berkas"),
        required=False,
        widget=forms.FileInput(attrs={"class": "r-input", "accept": ACCEPTED}),
    )
    tautan = forms.URLField(
        label=gettext_lazy("Tautan"),
        required=False,
        max_length=200,
        assume_scheme="https",
        validators=[refuse_email],
        widget=forms.URLInput(attrs={"class": "r-input", "inputmode": "url", "autocomplete": "off"}),
    )

    def proofs(self):
        """What was given and is right; a file that is refused does not take the link with it."""
        given = getattr(self, "cleaned_data", {})
        found = []
        if given.get("berkas"):
            found.append(Proof(file=given["berkas"]))
        if given.get("tautan"):
            found.append(Proof(url=given["tautan"]))
        return found


@dataclass
class Whole:
    """The report itself, where a line names an indicator."""

    evidence: list = field(default_factory=list)
    proof: ProofForm | None = None
    errors: tuple = ()
    anchor: str = "laporan"
    indicator = None

    @property
    def name(self):
        return _("Seluruh laporan")


def put_evidence(report, lines, whole):
    """Put what was given for the report and for its lines beside them. One query."""
    places = {line.indicator.pk: line for line in lines} | {None: whole}
    for one in report.evidence.select_related("file").order_by("pk"):
        if one.indicator_id in places:
            places[one.indicator_id].evidence.append(one)


def keep_proofs(report, places, data, *, by):
    """Add what was given at these places, and take away what was ticked: {place's anchor: sentences}."""
    wrong = {}
    for place in places:
        said = [str(error) for errors in place.proof.errors.values() for error in errors]
        for proof in place.proof.proofs() if place.proof.is_bound else ():
            try:
                add_evidence(report, proof, by=by, indicator=place.indicator)
            except ActionRefused as refusal:
                said.append(refusal.message)
        if said:
            wrong[place.anchor] = tuple(said)
    ticked = [
        int(key) for key in data.getlist("hapus") if key.isascii() and key.isdecimal() and len(key) < 10
    ]
    for evidence in Evidence.objects.filter(report=report, pk__in=ticked).select_related("report"):
        remove_evidence(evidence, by=by)
    return wrong


@require_safe
def report_evidence(request, pk):
    """A file beside a report, for whoever reads the report."""
    readable = Report.objects.visible_to(request.user)
    found = Evidence.objects.filter(report__in=readable).exclude(file=None)
    return attachment(get_object_or_404(found.select_related("file"), pk=pk).file)
