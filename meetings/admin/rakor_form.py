"""The Rakor's own fields: what a form asks, what it fills in by itself, what it refuses."""

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.actions import refuse_unheld_day
from meetings.admin.inlines import may_unveil
from meetings.admin.lines import open_lines
from meetings.choices import Level, RakorState, RecordSource
from meetings.models import Rakor, Series
from records.choices import Visibility
from records.forms import VersionedForm
from records.refusals import ActionRefused
from regions.access import reach_of
from regions.choices import UnitKind
from regions.models import Province, Unit

CHOSEN_BY_HAND = (RakorState.DRAFT, RakorState.SCHEDULED, RakorState.HELD)
"""States a form may set. The others need a reason or a checklist and have their own button."""


class RakorForm(VersionedForm):
    user = None
    """Who is typing; set on the class per request."""

    class Meta:
        model = Rakor
        fields = "__all__"

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "state" in self.fields:
            self.fields["state"].choices = [(state.value, state.label) for state in CHOSEN_BY_HAND]
        if "visibility" in self.fields and not may_unveil(self.user):
            open_ones = (Visibility.PUBLIC, Visibility.RESTRICTED)
            self.fields["visibility"].choices = [(value.value, value.label) for value in open_ones]

    def readable(self, lines):
        return open_lines(super().readable(lines), self.instance, self.user)

    def clean(self):
        cleaned = super().clean()
        self.check_reach(cleaned)
        self.check_day(cleaned)
        self.check_source(cleaned)
        return cleaned

    def check_reach(self, cleaned):
        """A Rakor stays where whoever saves it can still find and change it."""
        reach = reach_of(self.user, "meetings.change_rakor")
        region, organiser = cleaned.get("region"), cleaned.get("organiser")
        moved = {"region", "organiser"} & set(self.changed_data) or not self.instance.pk
        if not (moved and region and organiser):
            return
        prepares = Unit.objects.filter(reach.filter_served(""), pk=organiser.pk)
        covers = Unit.objects.filter(reach.filter_provinces(""), pk=region.pk)
        if not prepares.exists() and not covers.exists():
            self.add_error("organiser", _("Penyelenggara ini di luar lingkup Anda. Pilih unit Anda sendiri."))

    def check_source(self, cleaned):
        """Said at the field, which opens the part of the form that it stands in."""
        if cleaned.get("record_source") == RecordSource.NEWS and not cleaned.get("source_name"):
            self.add_error("source_name", _("Catatan dari berita menyebut sumbernya."))

    def check_day(self, cleaned):
        starts_on, ends_on = cleaned.get("starts_on"), cleaned.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            self.add_error("ends_on", _("Tanggal akhir mendahului tanggal mulai."))
        if starts_on and cleaned.get("state") == RakorState.HELD and "state" in self.changed_data:
            try:
                refuse_unheld_day(starts_on, cleaned.get("time_zone") or self.instance.time_zone)
            except ActionRefused as refusal:
                self.add_error("state", ValidationError(refusal.message, code=refusal.code))


def first_values(user, series_id=None):
    """What a new Rakor starts with: today, one's own unit and region, or those of the series."""
    series = Series.objects.filter(pk=series_id).first() if str(series_id or "").isdigit() else None
    if series:
        organiser, region = series.organiser or series.region, series.region
    else:
        organiser = own_unit(user)
        region = region_of(organiser)
    values = {"starts_on": timezone.localdate()}
    if region:
        is_province = region.kind == UnitKind.PROVINCE
        level = Level.PROVINCE if is_province else Level.REGENCY
        province = Province.objects.filter(pk=region.pk if is_province else region.parent_id).first()
        values |= {"region": region.pk, "level": level, "time_zone": province.time_zone}
    if organiser:
        values["organiser"] = organiser.pk
    if series:
        values |= {"series": series.pk, "level": series.level, "title": series.name}
    return values


def own_unit(user):
    """The unit from which a person works: the first that some assignment to add Rakor names."""
    served = reach_of(user, "meetings.add_rakor").served
    return Unit.objects.filter(pk__in=served).select_related("parent__parent").order_by("code").first()


def region_of(unit):
    """The province or regency a unit is or stands in; a national agency has none."""
    while unit and unit.kind == UnitKind.AGENCY:
        unit = unit.parent
    return unit
