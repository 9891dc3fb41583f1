"""`manage.py send_notices`: due reports are told of once a stage, and each person gets one letter."""

from datetime import UTC, date, datetime, timedelta
from smtplib import SMTPRecipientsRefused

import pytest
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from programs.actions import submit_report
from programs.due_notices import tell_due
from programs.extending import extend
from records.choices import NoticeKind
from records.models import Notice
from records.notices import Message, tell
from tests import factories as make

pytestmark = pytest.mark.django_db

DUE = date(2026, 3, 10)
MCP = "Laporan MCP Semester I 2026, Kerinci"


@pytest.fixture
def letters(settings):
    settings.SENDS_MAIL = True


@pytest.fixture
def at(monkeypatch):
    """`at(date(2026, 3, 3), 9)`: it is then, in Jakarta."""

    def set_clock(day, hour=9, minute=0):
        then = datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC) - timedelta(hours=7)
        monkeypatch.setattr(timezone, "now", lambda: then)

    return set_clock


@pytest.fixture
def deadline(kerinci):
    program = make.make_program("MCP", short_name="MCP")
    return make.make_deadline(make.make_schedule(program, 2026), make.make_period(2026, "SM1"), due_on=DUE)


def told():
    return [(one.recipient.username, one.text.replace("\N{NO-BREAK SPACE}", " ")) for one in notices()]


def notices():
    return Notice.objects.select_related("recipient").order_by("pk")


def say(person, text="Laporan MCP diterima.", key="k", kind=NoticeKind.ACCEPTED):
    tell({person.pk: Message(text, "/kerja/laporan/1/")}, kind=kind, key=key)


def run(capsys):
    call_command("send_notices")
    return capsys.readouterr()


class TestDue:
    @pytest.mark.parametrize(
        ("left", "said"),
        [
            (8, None),
            (7, "Jatuh tempo 10 Maret 2026, 7 hari lagi"),
            (1, "Jatuh tempo 10 Maret 2026, 1 hari lagi"),
            (0, "Jatuh tempo hari ini, 10 Maret 2026"),
            (-2, "Terlambat 2 hari, jatuh tempo 10 Maret 2026"),
            (-10, "Terlambat 10 hari, jatuh tempo 10 Maret 2026"),
            (-11, None),
        ],
    )
    def test_from_seven_days_before(self, deadline, budi, at, left, said):
        at(DUE - timedelta(days=left))
        tell_due()
        assert told() == ([("budi", f"{MCP}: {said}.")] if said else [])

    def test_each_stage_once_however_often_it_runs(self, deadline, budi, at):
        new = []
        for left in range(9, -13, -1):
            at(DUE - timedelta(days=left))
            new += [tell_due(), tell_due()]
        assert sum(new) == Notice.objects.count() == 3
        assert [number for number in new if number] == [1, 1, 1]

    def test_on_the_units_own_clock(self, deadline, at):
        papua = make.make_province("91", "Papua", time_zone="Asia/Jayapura")
        jayapura = make.make_regency("91.03", "Jayapura", province=papua)
        make.make_assignment(make.make_user("nesta"), unit=jayapura)
        at(DUE - timedelta(days=8), 21, 59)
        tell_due()
        assert told() == []
        at(DUE - timedelta(days=8), 22, 1)
        tell_due()
        assert [person for person, _text in told()] == ["nesta"]

    def test_not_of_what_was_sent(self, deadline, kerinci, budi, at):
        report = make.make_report(kerinci, deadline.schedule.program, deadline.period)
        make.make_measurement(report, make.make_indicator(deadline.schedule.program), 5)
        at(DUE - timedelta(days=9))
        submit_report(report, by=budi)
        at(DUE)
        assert tell_due() == 0

    def test_the_day_of_an_extension_counts(self, deadline, kerinci, budi, rina, at):
        at(DUE - timedelta(days=9))
        extend(deadline, kerinci, due_on=DUE + timedelta(days=30), reason="Banjir.", by=rina)
        at(DUE)
        assert tell_due() == 0
        at(DUE + timedelta(days=23))
        tell_due()
        assert ("budi", f"{MCP}: Jatuh tempo 9 April 2026, 7 hari lagi.") in told()

    def test_not_once_filling_is_shut(self, deadline, budi, at):
        deadline.locks_on = DUE + timedelta(days=1)
        deadline.save()
        at(DUE + timedelta(days=3))
        assert tell_due() == 0

    def test_many_units_are_one_notice_for_who_answers_for(self, deadline, merangin, budi, sari, rina, at):
        at(DUE)
        tell_due()
        words = dict(told())
        assert words["budi"] == f"{MCP}: Jatuh tempo hari ini, 10 Maret 2026."
        assert words["rina"] == (
            "2 laporan, antara lain MCP Semester I 2026, Kerinci: Jatuh tempo hari ini, 10 Maret 2026."
        )
        assert len(told()) == 3

    def test_a_fixed_number_of_questions(
        self, deadline, jambi, rina, budi, at, django_assert_max_num_queries
    ):
        for number in range(10, 60):
            make.make_regency(f"15.{number}", f"Daerah {number}", province=jambi)
        at(DUE)
        with django_assert_max_num_queries(20):
            tell_due()


class TestLetters:
    @pytest.fixture
    def budi(self, budi):
        budi.email = "budi@kerinci.example"
        budi.save()
        return budi

    def test_one_letter_a_person_grouped_by_kind(self, letters, budi, sari, mailoutbox, capsys):
        say(budi, key="a")
        say(budi, "Laporan PKS dikembalikan untuk diperbaiki.", "b", NoticeKind.RETURNED)
        say(budi, "Laporan PKH diterima.", "c")
        say(sari, "Milik orang lain.", "d")
        out = run(capsys).out
        (mail,) = mailoutbox
        assert (mail.to, mail.subject) == (["budi@kerinci.example"], "Rakor: 3 pemberitahuan")
        assert mail.body.count("Laporan diterima\n") == 1
        assert mail.body.index("Laporan PKH") < mail.body.index("Laporan dikembalikan\n")
        assert "http://127.0.0.1:8000/kerja/laporan/1/" in mail.body
        assert "Milik orang lain" not in mail.body and "Sari" not in mail.body
        assert "1 surat terkirim, memuat 3." in out

    def test_a_second_run_sends_nothing(self, letters, budi, mailoutbox, capsys):
        say(budi)
        run(capsys)
        assert "0 surat terkirim" in run(capsys).out
        assert len(mailoutbox) == 1

    def test_what_was_read_already_is_in_no_letter(self, letters, budi, mailoutbox, capsys):
        say(budi)
        Notice.objects.update(read_at=timezone.now())
        run(capsys)
        assert mailoutbox == []

    def test_nobody_without_an_address_or_an_open_account(self, letters, budi, sari, mailoutbox, capsys):
        budi.is_active = False
        budi.save()
        say(budi)
        say(sari, key="b")
        run(capsys)
        assert mailoutbox == []
        assert not Notice.objects.filter(mailed_at__isnull=False).exists()

    def test_one_that_fails_stops_no_other_and_is_tried_again(
        self, letters, budi, sari, mailoutbox, capsys, monkeypatch, caplog
    ):
        sari.email = "sari@merangin.example"
        sari.save()
        say(budi)
        say(sari, key="b")
        send = EmailBackend.send_messages

        def refuse(self, mails):
            if mails[0].to == ["budi@kerinci.example"]:
                raise SMTPRecipientsRefused({"budi@kerinci.example": (550, b"no")})
            return send(self, mails)

        monkeypatch.setattr(EmailBackend, "send_messages", refuse)
        said = run(capsys)
        assert [mail.to for mail in mailoutbox] == [["sari@merangin.example"]]
        assert "1 surat tidak terkirim" in said.err
        assert "budi@" not in caplog.text
        monkeypatch.setattr(EmailBackend, "send_messages", send)
        run(capsys)
        assert [mail.to for mail in mailoutbox][1:] == [["budi@kerinci.example"]]

    def test_a_long_list_is_cut_and_says_so(self, letters, budi, mailoutbox, capsys):
        for number in range(53):
            say(budi, f"Ke-{number}.", f"k{number}")
        run(capsys)
        assert "Dan 3 lainnya." in mailoutbox[0].body
        assert "Ke-49." in mailoutbox[0].body and "Ke-50." not in mailoutbox[0].body
        assert not Notice.objects.unmailed().exists()

    def test_without_mail_it_stands_on_the_console(self, budi, mailoutbox, capsys, settings):
        settings.SENDS_MAIL = False
        say(budi)
        out = run(capsys).out
        assert "To: budi@kerinci.example" in out and "Laporan MCP diterima." in out
        assert mailoutbox == []
