"""What every story is told with: people, units, programs, and short ways of writing a Rakor down."""

from dataclasses import dataclass
from datetime import date

from meetings.choices import Attendance, Cadence, RakorState, RecordSource, ReviewKind
from meetings.models import (
    AgendaItem,
    Figure,
    FollowUp,
    Invitation,
    Issue,
    Outcome,
    Rakor,
    Review,
    Role,
    Series,
)

SAMPLE = {"is_sample": True}


@dataclass
class Stage:
    people: dict
    units: dict
    programs: dict
    indicators: dict

    @property
    def admin(self):
        return self.people["admin-provinsi"]

    @property
    def verifier(self):
        return self.people["verifikator"]

    def unit(self, code):
        return self.units[code] if code else None

    def series(self, name, slug, region, cadence=Cadence.YEARLY, **fields):
        return Series.objects.create(
            name=name, slug=slug, region=self.unit(region), cadence=cadence, **fields
        )

    def rakor(self, title, slug, day, *, region, organiser, host="", programs=(), **fields):
        """A Rakor as the press told it: closed, public, with its source."""
        fields.setdefault("state", RakorState.HELD)
        fields.setdefault("record_source", RecordSource.NEWS)
        rakor = Rakor.objects.create(
            title=title,
            slug=slug,
            starts_on=day,
            region=self.unit(region),
            organiser=self.unit(organiser),
            host=self.unit(host),
            created_by=self.people["notulis"],
            **fields,
        )
        rakor.programs.set(self.programs[code] for code in programs)
        return rakor

    def role(self, rakor, kind, office, name="", unit="", **fields):
        return Role.objects.create(
            rakor=rakor,
            order=rakor.roles.count() + 1,
            kind=kind,
            office=office,
            name=name,
            unit=self.unit(unit),
            **fields,
        )

    def invite(self, rakor, unit="", group="", attendance=Attendance.UNKNOWN, regencies_of="", **fields):
        return Invitation.objects.create(
            rakor=rakor,
            order=rakor.invitations.count() + 1,
            unit=self.unit(unit),
            group=group,
            attendance=attendance,
            regencies_of=self.unit(regencies_of),
            **fields,
        )

    def agenda(self, rakor, *titles):
        for order, title in enumerate(titles, 1):
            AgendaItem.objects.create(rakor=rakor, order=order, title=title)

    def issue(self, rakor, title, *, competent="", programs=(), units=(), **fields):
        issue = Issue.objects.create(
            rakor=rakor,
            series=rakor.series,
            order=rakor.issues.count() + 1,
            title=title,
            competent_unit=self.unit(competent),
            **fields,
        )
        issue.programs.set(self.programs[code] for code in programs)
        issue.units.set(self.unit(code) for code in units)
        return issue

    def outcome(self, rakor, kind, text, by_role=None, issue=None):
        return Outcome.objects.create(
            rakor=rakor,
            number=rakor.outcomes.count() + 1,
            kind=kind,
            text=text,
            by_role=by_role,
            issue=issue,
        )

    def figure(self, rakor, label, value, **fields):
        return Figure.objects.create(
            rakor=rakor, order=rakor.figures.count() + 1, label=label, value=value, **fields
        )

    def sample_follow_up(self, outcome, what, responsible, due_on, *, claimed=None, verdict="", indicator=""):
        """An invented follow-up, marked so. `verdict`: "" open, "sesuai", or the remark of a return."""
        year = outcome.rakor.starts_on.year
        number = FollowUp.objects.filter(reference__startswith=f"TL-{year}-").count() + 1
        follow_up = FollowUp.objects.create(
            outcome=outcome,
            reference=f"TL-{year}-{number:04}",
            what=what,
            responsible=self.unit(responsible),
            due_on=due_on,
            indicator=self.indicators.get(indicator),
            **SAMPLE,
        )
        if claimed:
            self._review(follow_up, ReviewKind.CLAIMED, claimed, by_unit=follow_up.responsible)
        if verdict == "sesuai":
            self._review(follow_up, ReviewKind.ACCEPTED, _later(claimed), by=self.verifier)
        elif verdict:
            self._review(follow_up, ReviewKind.RETURNED, _later(claimed), verdict, by=self.verifier)
        return follow_up

    def _review(self, follow_up, kind, day, remark="", **fields):
        return Review.objects.create(follow_up=follow_up, kind=kind, reviewed_on=day, remark=remark, **fields)


def _later(day):
    """A week for the verifier to look."""
    return date.fromordinal(day.toordinal() + 7)
