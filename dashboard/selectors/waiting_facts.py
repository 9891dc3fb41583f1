"""Figures whose sources differ: what waits for who may settle them, and for who prepares a Rakor."""

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from dashboard.selectors.differences import age_of, gap_words
from dashboard.selectors.links import unit_title
from dashboard.selectors.waiting import Group, Place, Row, Waiting
from meetings.choices import RakorState
from meetings.models import Issue, Rakor
from programs.choices import DifferenceState
from programs.filters import DifferenceFilter
from programs.models import Difference

FIGURES = Place("programs_difference", "work:figure-detail", "work:difference-list", "measurement_id")
RAKOR = Place("meetings_rakor", "work:rakor-detail", "work:rakor-list")
BEFORE_CLOSED = (RakorState.DRAFT, RakorState.SCHEDULED, RakorState.HELD)


def differences_to_settle(user):
    """The largest first."""
    if not user.has_perm("programs.settle_difference"):
        return None
    found = Difference.objects.open_to(user, "settle").filter(state=DifferenceState.OPEN)
    found = found.select_related(
        "measurement__indicator", "measurement__unit", "measurement__period", "measurement__report__program"
    )

    def row(difference):
        measurement = difference.measurement
        names = {"indicator": measurement.indicator.name, "unit": unit_title(measurement.unit)}
        apart = gap_words(difference, measurement.indicator.measure_unit)
        meta = " · ".join(filter(None, (str(measurement.period), apart, age_of(difference))))
        heading = _("%(indicator)s %(unit)s belum sinkron") % names
        sample = measurement.indicator.is_sample or measurement.report.program.is_sample
        return Row(str(difference), meta, heading, is_sample=sample)

    title, order = _("Angka yang belum sinkron"), DifferenceFilter.ORDERS[DifferenceFilter.LARGEST]
    query = f"?state__exact={DifferenceState.OPEN}"
    return Waiting(title, Group.ATTENTION, found.order_by(*order), row, FIGURES, "sync", query)


def rakor_with_differences(user):
    """Rakor prepared by this person to whose agenda figures were carried that nobody has settled yet."""
    if not user.has_perm("meetings.change_rakor"):
        return None
    carried = Q(issues__differences__state=DifferenceState.CARRIED)
    waits = Issue.objects.filter(rakor=OuterRef("pk"), differences__state=DifferenceState.CARRIED)
    found = Rakor.objects.editable_by(user).filter(Exists(waits), state__in=BEFORE_CLOSED)
    found = found.annotate(carried=Count("issues__differences", filter=carried, distinct=True))

    def row(rakor):
        said = ngettext(
            "%(number)d selisih dibawa ke Rakor ini", "%(number)d selisih dibawa ke Rakor ini", rakor.carried
        )
        meta = f"{said % {'number': rakor.carried}} · {rakor.date_text}"
        return Row(rakor.title, meta, is_sample=rakor.is_sample)

    title = _("Rakor dengan selisih data yang belum diselesaikan")
    return Waiting(title, Group.ATTENTION, found.order_by("starts_on", "pk"), row, RAKOR, "meet")
