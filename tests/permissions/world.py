"""A small world in which every address has something to show: one of each thing in Jambi, one in Kalbar.

READERS, KEEPERS and the others say by name who reads and who writes what belongs to Jambi; they are written
by hand, from what an office would say, and do not ask the permission table.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone

from evaluations.models import Instrument
from evaluations.texts import recorded_text
from meetings.models import Rakor
from programs.models import Target
from records import ledger
from records.choices import Action
from tests import factories as make

ALL = "suri rina wayan kesna budi sari vera nia pimpin ani dewi"
IN_JAMBI = "suri rina wayan kesna budi sari vera nia pimpin ani"
FACTS = "suri rina wayan budi vera pimpin ani"
MEETING = "suri rina wayan budi vera nia pimpin ani"
JUDGED = "suri rina wayan vera pimpin ani"

READERS = {
    "accounts.user": "suri rina ani",
    "records.change": "suri rina ani",
    "records.storedfile": "suri rina vera nia ani",
    "records.importbatch": "suri rina wayan vera ani",
    "regions.unit": ALL,
    "regions.province": ALL,
    "regions.regency": ALL,
    "regions.agency": ALL,
    "programs.program": ALL,
    "programs.indicator": ALL,
    "programs.indicatorpair": ALL,
    "programs.period": ALL,
    "programs.source": ALL,
    "programs.target": FACTS,
    "programs.schedule": IN_JAMBI,
    "programs.extension": FACTS,
    "programs.report": FACTS,
    "programs.measurement": FACTS,
    "programs.observation": FACTS,
    "programs.difference": FACTS,
    "programs.settlement": FACTS,
    "meetings.series": IN_JAMBI,
    "meetings.rakor": MEETING,
    "meetings.issue": MEETING,
    "meetings.outcome": MEETING,
    "meetings.followup": MEETING,
    "evaluations.instrument": JUDGED + " kesna",
    "evaluations.round": JUDGED,
    "evaluations.release": ALL,
    "evaluations.award": ALL,
}
"""Who reads what belongs to Jambi, to its social agency and to Kerinci; the others do not find it."""

KEEPERS = {
    "accounts.user": "suri rina",
    "regions.province": "suri rina",
    "regions.regency": "suri rina",
    "regions.agency": "suri rina",
    "programs.program": "suri rina wayan",
    "programs.indicator": "suri rina wayan",
    "programs.indicatorpair": "suri rina wayan",
    "programs.source": "suri rina wayan",
    "programs.schedule": "suri rina wayan",
    "meetings.series": "suri rina wayan nia",
    "meetings.rakor": "suri rina wayan nia",
    "meetings.issue": "suri rina wayan nia",
    "meetings.outcome": "suri rina wayan nia",
    "meetings.followup": "suri rina wayan nia",
    "evaluations.instrument": "suri rina wayan",
    "evaluations.round": "suri rina wayan",
    "evaluations.award": "suri rina wayan",
}
"""Who writes it, as long as its state lets anybody."""

SENDERS = {"programs.report": "suri rina wayan budi"}
JUDGES = {"programs.report": "suri vera", "records.importbatch": "suri vera"}
DETERMINERS = {"evaluations.round": "suri rina vera"}


@dataclass
class World:
    """Objects by label: those of Jambi by state (one without states is ""), and a foreign one."""

    own: dict = field(default_factory=dict)
    foreign: dict = field(default_factory=dict)


def make_world(cast):
    """Everything twice; `cast` gives the people by name."""
    world = World()
    place(world.own, cast, "15", "15.01", "15-dinsos", by=cast["budi"])
    place(world.foreign, cast, "61", "61.01", "61-dinsos", by=cast["dewi"], states=False)
    return world


def place(objects, cast, province, regency, agency, *, by, states=True):
    province, regency, agency = (make.unit_of(code) for code in (province, regency, agency))
    program = make.make_program(name=f"Bantuan sosial {province}", owner=province, agency=agency)
    indicator = make.make_indicator(program, owner=province)
    source = make.make_source(agency=agency)
    objects |= {
        "accounts.user": {"": by},
        "regions.unit": {"": agency},
        "regions.province": {"": province},
        "regions.regency": {"": regency},
        "regions.agency": {"": agency},
        "programs.program": {"": program},
        "programs.indicator": {"": indicator},
        "programs.indicatorpair": {"": make.make_pair(indicator, owner=province)},
        "programs.source": {"": source},
        "records.change": {"": ledger.write(regency, Action.CHANGE, by=by, changes={"name": ["a", "b"]})},
        "records.storedfile": {"": make.make_file(stored_by=by)},
    }
    objects |= facts(regency, indicator, source, states)
    objects |= meetings(province, regency, agency, states)
    objects |= judgements(province, regency, program, indicator, states)


def facts(regency, indicator, source, states):
    names = ("draf", "dikirim", "dikembalikan", "diterima") if states else ("dikirim",)
    reports = {
        name: make.make_report(
            regency, indicator.program, make.make_period(2020 + number), state=name, **returned(name)
        )
        for number, name in enumerate(names)
    }
    first = reports[names[-1]]
    measurement = make.make_measurement(first, indicator, 55)
    difference = make_difference_of(measurement)
    batches = {}
    for name in ("dikonfirmasi", "diterima", "dicabut") if states else ("dikonfirmasi",):
        batches[name] = make.make_batch(state=name)
        observation = make.make_observation(measurement, 55, source=source, batch=batches[name])
    for number, name in enumerate(names[:-1]):
        make.make_measurement(reports[name], make.make_indicator(indicator.program), 10 + number)
    schedule = make.make_schedule(indicator.program, first.period.year, owner=regency.parent)
    deadline = make.make_deadline(schedule, first.period)
    extension = make.make_extension(deadline, regency, deadline.due_on + timedelta(days=5))
    return {
        "programs.schedule": {"": schedule},
        "programs.extension": {"": extension},
        "programs.period": {"": first.period},
        "programs.report": reports,
        "programs.measurement": {"": measurement},
        "programs.observation": {"": observation},
        "programs.difference": {"": difference},
        "programs.settlement": {"": difference.settled.settlement},
        "programs.target": {"": make_target(regency, indicator, first.period)},
        "records.importbatch": batches,
    }


def make_difference_of(measurement):
    """Settled once; another source says more."""
    measurement.chosen = make.make_observation(measurement, measurement.value)
    measurement.save()
    difference = make.make_difference(measurement, make.make_observation(measurement, 66))
    return make.make_settled(difference, 66).difference


def returned(state):
    if state != "dikembalikan":
        return {}
    return {
        "returned_by": make.make_user(),
        "returned_at": timezone.now(),
        "returned_reason": "Periksa lagi.",
    }


def make_target(unit, indicator, period):
    return Target.objects.create(
        unit=unit, indicator=indicator, period=period, low=60, set_at=timezone.now(), set_by=make.make_user()
    )


def meetings(province, regency, agency, states):
    names = list(Rakor.state.field.flatchoices) if states else [("dilaksanakan", "")]
    rakor = {name: make_rakor_in(name, province, regency, agency) for name, _label in names}
    held = rakor["dilaksanakan"]
    outcome = make.make_outcome(held)
    return {
        "meetings.series": {"": make.make_series(region=province, organiser=agency)},
        "meetings.rakor": rakor,
        "meetings.issue": {"": make.make_issue(held)},
        "meetings.outcome": {"": outcome},
        "meetings.followup": {"": make.make_follow_up(outcome, responsible=regency)},
    }


def make_rakor_in(state, province, regency, agency):
    given = {"state": state}
    if state in ("ditunda", "dibatalkan"):
        given["state_reason"] = "Gedung dipakai."
    if state == "ditutup":
        given |= {"closed_by": make.make_user(), "closed_at": timezone.now()}
    rakor = make.make_rakor(region=province, organiser=agency, **given)
    make.make_invitation(rakor, unit=regency)
    return rakor


def judgements(province, regency, program, indicator, states):
    names = ("draf", "dihitung", "sanggah", "ditetapkan", "diumumkan", "ditarik") if states else ("draf",)
    instruments = {"belum_dipakai": make_instrument_for(program, province, indicator, 2018)}
    used = make_instrument_for(program, province, indicator, 2019)
    Instrument.objects.filter(pk=used.pk).update(frozen_at=timezone.now())
    if states:
        instruments["dipakai"] = used
    release = make.make_release(program=program, region=province, published_by=make.make_user())
    return {
        "evaluations.instrument": instruments,
        "evaluations.round": {name: make_round_in(name, used, province) for name in names},
        "evaluations.release": {"": release},
        "evaluations.award": {"": make.make_award(release, regency)},
    }


def make_instrument_for(program, province, indicator, year):
    instrument = make.make_instrument(program, year, owner=province)
    make.make_line(instrument, indicator)
    return instrument


def make_round_in(state, instrument, province):
    given = {"state": state, "sha256": "0" * 64, "text": recorded_text({}, [])}
    steps = ("computed", "determined", "published")
    reached = {"dihitung": 1, "sanggah": 1, "ditetapkan": 2, "diumumkan": 3}.get(state, 0)
    for verb in steps[:reached]:
        given |= {f"{verb}_by": make.make_user(), f"{verb}_at": timezone.now()}
    return make.make_round(instrument, region=province, as_of=date(2020, 3, 1), **given)
