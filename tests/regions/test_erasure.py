"""A person's data are taken away: the account is nobody's, deeds stay, and nothing leads back."""

import io
from datetime import date, timedelta

import pytest
from django.contrib.auth.tokens import default_token_generator
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.choices import Role, Scope
from accounts.models import User
from records import ledger
from records.choices import Action
from records.history import name_of
from records.models import Change
from records.refusals import ActionRefused
from regions.personal.erasure import erase_person, is_erased
from tests import factories as make
from tests.adminform import read_form

pytestmark = pytest.mark.django_db

MARK = "penanda"
REASON = "Diminta orangnya, sudah pensiun."


@pytest.fixture
def siti(kerinci):
    """Operator of Kerinci who has done something."""
    user = make.make_user(
        f"{MARK}.siti",
        name=f"Siti {MARK}",
        email=f"{MARK}@contoh.id",
        is_staff=True,
        last_login=timezone.now(),
    )
    make.make_assignment(user, Role.OPERATOR, unit=kerinci, scope=Scope.OWN_UNIT)
    ledger.write(user, Action.CREATE, by=None, changes=ledger.changes_between({}, ledger.snapshot(user)))
    ledger.write(kerinci, Action.CHANGE, by=user)
    make.make_report(kerinci, state="dikirim", submitted_by=user)
    return user


def refused(user, by, reason=REASON):
    with pytest.raises(ActionRefused) as refusal:
        erase_person(user, by=by, reason=reason)
    return refusal.value.code


def everything_stored():
    """All rows of all tables as one text."""
    out = io.StringIO()
    call_command("dumpdata", stdout=out, verbosity=0)
    return out.getvalue()


def test_nothing_of_the_person_is_left_in_the_whole_database(siti, rina):
    assert MARK in everything_stored()
    erase_person(siti, by=rina, reason=REASON)
    assert MARK not in everything_stored()


def test_the_account_is_closed_under_a_neutral_name(siti, rina):
    erase_person(siti, by=rina, reason=REASON)
    siti.refresh_from_db()
    assert (siti.username, siti.name, siti.email) == (
        f"pengguna-{siti.pk}",
        f"Pengguna dihapus {siti.pk}",
        "",
    )
    assert not (siti.is_active or siti.is_staff or siti.has_usable_password() or siti.last_login)
    assert is_erased(siti)


def test_deeds_stay_and_show_the_neutral_name(siti, rina, kerinci):
    erase_person(siti, by=rina, reason=REASON)
    report = kerinci.reports.get()
    assert str(report.submitted_by) == f"Pengguna dihapus {siti.pk}"
    assert str(Change.objects.about(kerinci).get().by) == f"Pengguna dihapus {siti.pk}"
    assert name_of(Change.objects.about(siti).last()) == f"Pengguna dihapus {siti.pk}"


def test_the_ledger_says_that_it_was_done_and_no_value(siti, rina):
    erase_person(siti, by=rina, reason=REASON)
    line = Change.objects.about(siti).first()
    assert (line.action, line.by, line.reason) == (Action.ERASE, rina, REASON)
    for name in ("username", "name", "email", "password", "last_login"):
        assert line.pairs[name] == [None, None]
    assert line.pairs["is_active"] == ["True", "False"]


def test_assignments_end_each_with_its_line(siti, rina, kerinci):
    today = timezone.localdate()
    later = make.make_assignment(siti, unit=kerinci, starts_on=today + timedelta(days=9))
    past = make.make_assignment(siti, unit=kerinci, ends_on=date(2016, 1, 1))
    erase_person(siti, by=rina, reason=REASON)
    assert not siti.assignments.in_force(today).exists()
    later.refresh_from_db(), past.refresh_from_db()
    assert later.ends_on == later.starts_on and past.ends_on == date(2016, 1, 1)
    assert Change.objects.filter(object_type="regions.assignment", reason=REASON).count() == 2


def test_sessions_and_links_that_were_sent_end(client, siti, rina, budi):
    client.force_login(budi)
    token = default_token_generator.make_token(siti)
    other = type(client)()
    other.force_login(siti)
    assert Session.objects.count() == 2
    erase_person(siti, by=rina, reason=REASON)
    assert Session.objects.count() == 1
    assert other.get("/akun/data/").status_code == 302
    assert client.get("/akun/data/").status_code == 200
    siti.refresh_from_db()
    assert not default_token_generator.check_token(siti, token)


def test_the_password_opens_nothing_any_more(client, siti, rina):
    erase_person(siti, by=rina, reason=REASON)
    for name in (f"{MARK}.siti", f"{MARK}@contoh.id", f"pengguna-{siti.pk}"):
        assert client.post("/masuk/", {"username": name, "password": "kata-sandi-uji"}).status_code == 200


def test_a_form_that_was_open_does_not_bring_the_name_back(logged_in, siti, rina):
    """Rina had the person's page open while somebody else erased; her save is refused."""
    client = logged_in(rina)
    page = f"/admin/accounts/user/{siti.pk}/change/"
    typed = read_form(client.get(page), "user_form")
    erase_person(siti, by=make.make_user(is_superuser=True), reason=REASON)
    client.post(page, typed)
    siti.refresh_from_db()
    assert is_erased(siti) and not siti.email


class TestRefusals:
    def test_oneself(self, rina):
        assert refused(rina, rina) == "own_account"

    def test_without_a_reason_or_with_the_person_in_it(self, siti, rina):
        assert refused(siti, rina, "  ") == "reason_missing"
        assert refused(siti, rina, "NIP 198501012010011001") == "personal_data"

    def test_twice(self, siti, suri):
        erase_person(siti, by=suri, reason=REASON)
        assert refused(siti, suri) == "erased"

    def test_a_stranger_from_another_province(self, siti, dewi):
        assert refused(siti, dewi) == "out_of_reach"

    def test_who_served_elsewhere_too_even_long_ago(self, siti, rina, sambas):
        make.make_assignment(siti, unit=sambas, ends_on=date(2016, 1, 1))
        assert refused(siti, rina) == "out_of_reach"

    @pytest.mark.parametrize("name", ["wayan", "budi", "vera", "nia", "pimpin", "ani"])
    def test_whoever_is_no_admin_of_the_province(self, request, siti, name):
        assert refused(siti, request.getfixturevalue(name)) == "out_of_reach"

    def test_a_closed_account_of_an_admin(self, siti, rina):
        User.objects.filter(pk=rina.pk).update(is_active=False)
        assert refused(siti, rina) == "out_of_reach"

    def test_a_superuser_by_an_admin(self, suri, rina, kerinci):
        make.make_assignment(suri, unit=kerinci)
        assert refused(suri, rina) == "out_of_reach"

    def test_the_last_superuser(self, suri):
        """Only another one may, who then stays; a closed account may nothing."""
        second = make.make_user("kedua", is_superuser=True)
        erase_person(suri, by=second, reason=REASON)
        assert refused(second, second) == "own_account"
        assert refused(second, User.objects.get(pk=suri.pk)) == "out_of_reach"
        assert User.objects.get(is_superuser=True, is_active=True) == second

    def test_nothing_is_written_where_it_is_refused(self, siti, dewi):
        lines = Change.objects.count()
        refused(siti, dewi)
        siti.refresh_from_db()
        assert siti.is_active and siti.name == f"Siti {MARK}"
        assert siti.assignments.get().ends_on is None
        assert Change.objects.count() == lines


def test_open_duties_are_the_unit_s_and_do_not_hinder(siti, rina, kerinci, vera):
    """A report that was sent is accepted by a second person as before; the sender is still somebody else."""
    erase_person(siti, by=rina, reason=REASON)
    report = kerinci.reports.get()
    assert report.submitted_by_id == siti.pk and report.submitted_by_id != vera.pk


def test_a_neutral_name_that_somebody_chose_is_no_obstacle(siti, rina):
    make.make_user(f"pengguna-{siti.pk}")
    erase_person(siti, by=rina, reason=REASON)
    siti.refresh_from_db()
    assert siti.username.startswith(f"pengguna-{siti.pk}-") and is_erased(siti)


class TestCommand:
    def test_it_erases_by_an_admin_with_a_reason(self, siti, rina, capsys):
        call_command("erase_person", siti.username, by="rina", reason=REASON, yes=True)
        siti.refresh_from_db()
        assert is_erased(siti)
        assert MARK not in capsys.readouterr().out

    def test_it_asks_for_the_user_name_first(self, siti, rina, monkeypatch):
        monkeypatch.setattr("builtins.input", lambda question: "bukan")
        with pytest.raises(CommandError, match="Tidak ada yang dihapus"):
            call_command("erase_person", str(siti.pk), by="rina", reason=REASON)
        monkeypatch.setattr("builtins.input", lambda question: siti.username)
        call_command("erase_person", str(siti.pk), by="rina", reason=REASON)
        siti.refresh_from_db()
        assert is_erased(siti)

    def test_it_says_why_it_refuses(self, siti, dewi):
        with pytest.raises(CommandError, match="di luar lingkup"):
            call_command("erase_person", siti.username, by="dewi", reason=REASON, yes=True)
