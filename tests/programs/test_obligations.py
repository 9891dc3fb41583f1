"""What a unit owes: who reports under which calendar, by which day of its own clock, and how it stands."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from programs.actions import submit_report
from programs.judging import accept_report, reopen_report, return_report
from programs.models import Deadline
from programs.obligations import DueState, obligation_of, obligations, owed_by_reports
from programs.owing import Obligation, Sending
from regions.models import Unit
from regions.zones import homes_of
from tests import factories as make

WIB = ZoneInfo("Asia/Jakarta")
DUE = date(2019, 1, 10)


@pytest.fixture
def schedule(mcp):
    return make.make_schedule(mcp.program, 2018)


@pytest.fixture
def deadline(schedule):
    """MCP 2018: due on 10 January 2019, shut after the 20th."""
    return make.make_deadline(schedule, due_on=DUE, locks_on=date(2019, 1, 20))


def everything():
    return obligations(Unit.objects.all(), Deadline.objects.all())


def who():
    return [owed.unit.code for owed in everything()]


@pytest.mark.django_db
class TestWhoReports:
    def test_every_regency_where_nobody_is_named(self, deadline, kerinci, merangin, sambas, dinsos):
        assert who() == ["15.01", "15.02", "61.01"]

    def test_only_those_named(self, schedule, deadline, merangin, dinsos, kerinci):
        schedule.units.set([merangin, dinsos])
        assert who() == ["15-dinsos", "15.02"]

    def test_a_province_asks_its_own(self, schedule, deadline, jambi, kerinci, sambas):
        schedule.owner = jambi
        schedule.save()
        assert who() == ["15.01"]

    def test_the_national_calendar_yields_to_the_province_s_own(self, schedule, mcp, jambi, kerinci, sambas):
        own = make.make_schedule(mcp.program, 2018, owner=jambi)
        national = make.make_deadline(schedule)
        local = make.make_deadline(own, due_on=date(2019, 2, 1))
        assert [(one.unit.code, one.deadline) for one in everything()] == [
            ("61.01", national),
            ("15.01", local),
        ]
        only_national = obligations(Unit.objects.all(), Deadline.objects.filter(schedule=schedule))
        assert [one.unit.code for one in only_national] == ["61.01"]

    def test_of_another_year_it_does_not_yield(self, deadline, mcp, jambi, kerinci):
        make.make_schedule(mcp.program, 2019, owner=jambi)
        assert who() == ["15.01"]

    @pytest.mark.parametrize(
        ("valid", "owes"),
        [
            ({"valid_to": date(2017, 12, 31)}, False),
            ({"valid_to": date(2018, 1, 1)}, True),
            ({"valid_from": date(2018, 12, 31)}, True),
            ({"valid_from": date(2019, 1, 1)}, False),
        ],
    )
    @pytest.mark.parametrize("is_named", [False, True])
    def test_a_unit_that_did_not_exist_in_the_period_owes_nothing(
        self, schedule, deadline, jambi, valid, owes, is_named
    ):
        unit = make.make_regency("15.09", "Lama", province=jambi, **valid)
        schedule.units.set([unit] if is_named else [])
        assert bool(everything()) is owes

    def test_one_report_alone(self, deadline, kerinci, sambas, mcp):
        owed = obligation_of(kerinci, mcp.program, deadline.period)
        assert (owed.unit.code, owed.deadline, owed.report) == ("15.01", deadline, None)
        assert obligation_of(kerinci, mcp.program, make.make_period(2017)) is None

    def test_by_report(self, deadline, kerinci, mcp, ombudsman):
        asked = make.make_report(kerinci, mcp.program, deadline.period)
        unasked = make.make_report(kerinci, ombudsman.program, deadline.period)
        assert list(owed_by_reports([asked, unasked])) == [asked.pk]
        assert owed_by_reports([]) == {}


@pytest.mark.django_db
class TestDays:
    def test_the_latest_extension_holds(self, deadline, kerinci, merangin):
        make.make_extension(deadline, kerinci, date(2019, 1, 15))
        make.make_extension(deadline, kerinci, date(2019, 1, 25))
        assert [(one.unit.code, one.due_on.day, one.locks_on.day) for one in everything()] == [
            ("15.02", 10, 20),
            ("15.01", 25, 25),
        ]

    def test_without_a_lock_it_is_never_shut(self, schedule, kerinci):
        make.make_deadline(schedule)
        owed = everything()[0]
        assert owed.locks_on is None and not owed.is_locked(date(2099, 1, 1))

    @pytest.mark.parametrize(
        ("zone", "hour"), [("Asia/Jakarta", 17), ("Asia/Makassar", 16), ("Asia/Jayapura", 15)]
    )
    def test_a_day_ends_when_it_ends_in_the_province(self, deadline, mcp, settings, monkeypatch, zone, hour):
        """Servers stand in UTC. 23.59 on the due day is in time, a minute later is a day late."""
        settings.TIME_ZONE = "UTC"
        midnight = datetime(2019, 1, 10, hour, tzinfo=ZoneInfo("UTC"))
        province = make.make_province("91", "Uji", time_zone=zone)
        units = [make.make_regency(f"91.0{number}", "Uji", province=province) for number in (1, 2)]
        moments = (midnight - timedelta(minutes=1), midnight)
        for moment, today, state in zip(moments, (10, 11), (DueState.DUE_SOON, DueState.LATE), strict=True):
            monkeypatch.setattr(timezone, "now", lambda moment=moment: moment)
            owed = everything()[0]
            assert (owed.today(), owed.due_state()) == (date(2019, 1, today), state)
        for unit, moment in zip(units, moments, strict=True):
            make.make_step(make.make_report(unit, mcp.program, deadline.period), "dikirim", moment)
        in_time, late = everything()
        assert (in_time.received_on, in_time.due_state()) == (DUE, DueState.ON_TIME)
        assert (late.received_on.day, late.days_late, late.due_state()) == (11, 1, DueState.SENT_LATE)

    def test_a_unit_s_clock_is_its_province_s(self, kalbar, sambas):
        papua = make.make_province("91", "Papua", time_zone="Asia/Jayapura")
        town = make.make_regency("91.71", "Kota Jayapura", province=papua)
        below = make.make_agency("91.71-dinsos", "Dinas Sosial", parent=town)
        deeper = make.make_agency("91.71-rsud", "RSUD", parent=below)
        national = make.make_agency("kpk", "KPK")
        homes = homes_of([papua, town, below, deeper, national, sambas])
        assert {unit: (home.province, str(home.zone)) for unit, home in homes.items()} == {
            papua.pk: (papua.pk, "Asia/Jayapura"),
            town.pk: (papua.pk, "Asia/Jayapura"),
            below.pk: (papua.pk, "Asia/Jayapura"),
            deeper.pk: (papua.pk, "Asia/Jayapura"),
            national.pk: (None, "Asia/Jakarta"),
            sambas.pk: (kalbar.pk, "Asia/Jakarta"),
        }


@pytest.mark.django_db
class TestSent:
    @pytest.fixture
    def report(self, deadline, kerinci, mcp):
        """Sent at a time when nothing was shut yet."""
        Deadline.objects.update(locks_on=None)
        report = make.make_report(kerinci, mcp.program, deadline.period)
        make.make_measurement(report, mcp, 55)
        return report

    def owed(self):
        Deadline.objects.update(locks_on=date(2019, 1, 20))
        owed = everything()[0]
        Deadline.objects.update(locks_on=None)
        return owed

    def test_what_was_returned_was_not_received(self, report, budi, vera):
        submit_report(report, by=budi)
        assert self.owed().received_on
        return_report(report, by=vera, reason="Naskah belum ada.")
        owed = self.owed()
        assert owed.received_on is None and owed.was_sent
        assert owed.due_state(DUE + timedelta(days=60)) == DueState.LATE

    def test_a_reopening_does_not_undo_it(self, report, budi, vera):
        submit_report(report, by=budi)
        accept_report(report, by=vera)
        arrived = self.owed().received_at
        reopen_report(report, by=vera, reason="Salah ketik.")
        submit_report(report, by=budi)
        return_report(report, by=vera, reason="Masih salah.")
        assert self.owed().received_at == arrived

    def test_taking_its_import_back_makes_it_never_sent(self, report):
        make.make_step(report, "dikirim")
        make.make_step(report, "ditarik")
        owed = self.owed()
        assert owed.received_on is None and not owed.was_sent and owed.is_locked(date(2019, 1, 21))

    def test_an_import_over_a_sent_report_taken_back_leaves_it_to_be_mended(self, report):
        for kind in ("dikirim", "dikirim", "ditarik"):
            make.make_step(report, kind)
        owed = self.owed()
        assert owed.received_on is None and not owed.is_locked(date(2019, 1, 21))

    def test_what_was_sent_once_is_not_locked(self, report, budi, vera):
        assert self.owed().is_locked(date(2019, 1, 21)) and not self.owed().is_locked(date(2019, 1, 20))
        assert self.owed().due_state(date(2019, 1, 21)) == DueState.CLOSED
        submit_report(report, by=budi)
        return_report(report, by=vera, reason="Naskah belum ada.")
        assert not self.owed().is_locked(date(2019, 1, 21))


@pytest.mark.django_db
def test_the_number_of_queries_is_fixed(deadline, django_assert_num_queries):
    units = make.make_regencies(514)
    make.make_deadline(deadline.schedule, make.make_period(2018, "SM1"))
    for unit in units[::60]:
        make.make_step(make.make_report(unit, deadline.schedule.program, deadline.period), "dikirim")
    for number in (1, 514):
        with django_assert_num_queries(7):
            owed = obligations(units[:number], Deadline.objects.all())
        assert len(owed) == 2 * number


def owed_on(due_on=DUE, locks_on=None, received=None, **fields):
    """One without a database."""
    deadline = Deadline(due_on=due_on, locks_on=locks_on)
    received_at = received and datetime(received.year, received.month, received.day, 12, tzinfo=WIB)
    return Obligation(deadline, None, None, None, WIB, received_at, **fields)


@pytest.mark.parametrize(
    ("owed", "today", "state", "sentence"),
    [
        (owed_on(), date(2018, 12, 10), "belum", "Jatuh tempo 10\xa0Januari 2019"),
        (owed_on(), date(2018, 12, 11), "segera", "Jatuh tempo 10\xa0Januari 2019, 30 hari lagi"),
        (owed_on(), date(2019, 1, 9), "segera", "Jatuh tempo 10\xa0Januari 2019, 1 hari lagi"),
        (owed_on(), DUE, "segera", "Jatuh tempo hari ini, 10\xa0Januari 2019"),
        (owed_on(), date(2019, 1, 11), "terlambat", "Terlambat 1 hari, jatuh tempo 10\xa0Januari 2019"),
        (owed_on(locks_on=date(2019, 1, 20)), date(2019, 1, 20), "terlambat", "Terlambat 10 hari,"),
        (owed_on(locks_on=date(2019, 1, 20)), date(2019, 1, 21), "ditutup", "Ditutup sesudah 20\xa0Januari"),
        (owed_on(received=DUE), date(2030, 1, 1), "tepat", "Dikirim tepat waktu, 10\xa0Januari 2019"),
        (owed_on(received=date(2019, 1, 12)), DUE, "dikirim_terlambat", "Dikirim terlambat 2 hari, 12"),
    ],
)  # fmt: skip
def test_how_it_stands(owed, today, state, sentence):
    assert owed.due_state(today) == state
    assert owed.due_sentence(today).startswith(sentence)


@given(
    due=some.dates(date(2000, 1, 1), date(2090, 1, 1)),
    shut=some.none() | some.integers(0, 90),
    received=some.none() | some.integers(-90, 90),
    today=some.integers(-120, 120),
    was_sent=some.booleans(),
)
def test_every_day_has_one_state_and_a_sentence(due, shut, received, today, was_sent):
    after = {"locks_on": None if shut is None else due + timedelta(days=shut)}
    arrived = None if received is None else due + timedelta(days=received)
    owed = owed_on(due, received=arrived, was_sent=was_sent, **after)
    state = owed.due_state(due + timedelta(days=today))
    assert owed.due_sentence(due + timedelta(days=today))
    if received is not None:
        assert state == (DueState.SENT_LATE if received > 0 else DueState.ON_TIME)
    elif today <= 0:
        assert state in (DueState.NOT_DUE, DueState.DUE_SOON)
    else:
        is_shut = shut is not None and today > shut and not was_sent
        assert state == (DueState.CLOSED if is_shut else DueState.LATE)


KINDS = some.sampled_from(["dikirim", "dikembalikan", "diterima", "dibuka", "ditarik"])


@given(some.lists(KINDS, max_size=12))
def test_an_accepted_report_stays_received(kinds):
    sending = Sending()
    settled = None
    for number, kind in enumerate(kinds):
        sending.take(kind, number + 1)
        if kind == "diterima" and sending.at:
            settled = settled or sending.at
        if settled:
            assert sending.at == settled
