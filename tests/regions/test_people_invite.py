"""Undang orang: an account without a password, an assignment, and a link that is told once."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts.links import set_password_link
from accounts.models import User
from records.models import Change
from regions.models import AccountInvitation, Assignment
from tests import factories as make
from tests.regions.people import ADD, errors_in, invitation, press

pytestmark = pytest.mark.django_db


def link_in(response):
    return re.search(r"http\S+/sandi/[^\s<]+", response.content.decode())[0]


def test_an_invited_person_has_an_assignment_and_no_password(logged_in, rina, kerinci):
    response = logged_in(rina).post(ADD, invitation(kerinci, office="Kasubbag Data"))
    assert response.status_code == 200
    tono = User.objects.get(email="tono@example.id")
    assert (tono.username, tono.is_staff, tono.is_superuser) == ("tono", True, False)
    assert not tono.has_usable_password()
    assert tono.has_perm("programs.submit_report")
    held = tono.assignments.get()
    assert (held.role, held.scope, held.unit_id, held.office) == (
        "operator",
        "unit",
        kerinci.pk,
        "Kasubbag Data",
    )
    assert AccountInvitation.objects.get(user=tono).invited_by == rina


def test_the_letter_names_site_role_account_and_until_when(logged_in, rina, kerinci):
    page = logged_in(rina).post(ADD, invitation(kerinci)).content.decode()
    work = "Operator, Kabupaten Kerinci, Jambi"
    for words in ("Tono, S.Sos.", "127.0.0.1", work, "Nama akun: tono.", "WIB"):
        assert words in page


def test_the_link_is_shown_once_and_kept_nowhere(logged_in, rina, kerinci):
    response = logged_in(rina).post(ADD, invitation(kerinci))
    assert "no-store" in response["Cache-Control"]
    token = link_in(response).rstrip("/").rsplit("/", 1)[-1]
    stored = [*Change.objects.values_list("changes", "reason"), *AccountInvitation.objects.values_list()]
    assert token not in str(stored)
    tono = User.objects.get(username="tono")
    assert token not in logged_in(rina).get(f"/admin/accounts/user/{tono.pk}/change/").content.decode()


def test_the_ledger_has_the_account_the_assignment_and_the_invitation(logged_in, rina, kerinci):
    logged_in(rina).post(ADD, invitation(kerinci))
    tono = User.objects.get(username="tono")
    for written in (tono, tono.assignments.get(), tono.invitations.get()):
        line = Change.objects.about(written).get()
        assert (line.by, line.action) == (rina, "buat")
    pairs = Change.objects.about(tono).get().pairs
    assert pairs["email"] == pairs["password"] == [None, None]
    assert "example.id" not in "".join(Change.objects.values_list("changes", flat=True))


def test_mail_goes_where_mail_is_configured(logged_in, rina, kerinci, settings):
    settings.SENDS_MAIL = True
    page = logged_in(rina).post(ADD, invitation(kerinci)).content.decode()
    assert "sudah dikirim ke surelnya" in page
    assert mail.outbox[0].to == ["tono@example.id"]
    assert "/sandi/" in mail.outbox[0].body


def test_without_mail_nothing_is_sent_and_the_page_says_so(logged_in, rina, kerinci):
    page = logged_in(rina).post(ADD, invitation(kerinci)).content.decode()
    assert "Surat belum dikirim melalui surel" in page
    assert mail.outbox == []


def test_a_name_alone_leads_nowhere(logged_in, rina, kerinci):
    response = logged_in(rina).post(ADD, invitation(kerinci, email=""))
    assert "Isi surel atau nama akun" in errors_in(response)
    response = logged_in(rina).post(ADD, invitation(kerinci, email="", username="tono62"))
    assert User.objects.get(username="tono62").email == ""


def test_an_address_is_no_account_name(logged_in, rina, kerinci):
    response = logged_in(rina).post(ADD, invitation(kerinci, username="tono@example.id"))
    assert "terdiri atas huruf, angka" in errors_in(response)


@pytest.mark.parametrize(("typed", "sentence"), [
    ({"given": "admin_provinsi:semua"}, "Masukkan pilihan yang valid"),
    ({"given": "operator:rakor"}, "Masukkan pilihan yang valid"),
    ({"unit": "sambas"}, "Masukkan pilihan yang valid"),
    ({"unit": ""}, "Pilih unit tempat orang ini bertugas"),
    ({"ends_on": "31-12-2023"}, "mendahului tanggal mulai"),
    ({"ends_on": "1-2-2024"}, "sudah lewat"),
])  # fmt: skip
def test_nobody_gives_further_than_he_reaches(logged_in, rina, kerinci, sambas, typed, sentence):
    if typed.get("unit") == "sambas":
        typed = {"unit": sambas.pk}
    response = logged_in(rina).post(ADD, invitation(kerinci) | typed)
    assert sentence in errors_in(response)
    assert not User.objects.filter(email="tono@example.id").exists()


def test_only_pairs_that_make_sense_and_units_within_reach_are_offered(logged_in, rina, kerinci, sambas):
    page = logged_in(rina).get(ADD).content.decode()
    assert 'value="operator:unit"' in page
    assert 'value="verifikator:provinsi"' in page
    for absent in ("operator:provinsi", "verifikator:semua", f'value="{sambas.pk}"'):
        assert absent not in page


def test_the_superuser_gives_everything_and_then_names_no_unit(logged_in, suri, kerinci):
    client = logged_in(suri)
    response = client.post(ADD, invitation(kerinci, given="apip:semua"))
    assert "tidak memakai unit" in errors_in(response)
    assert client.post(ADD, invitation(None, given="apip:semua")).status_code == 200
    assert Assignment.objects.get(user__username="tono").scope == "semua"


def test_a_committee_names_its_rakor_and_its_last_day(logged_in, rina, jambi, kalbar):
    rakor, foreign = make.make_rakor(region=jambi), make.make_rakor(region=kalbar)
    client = logged_in(rina)
    response = client.post(ADD, invitation(jambi, given="notulis:rakor"))
    assert "Pilih Rakor" in errors_in(response)
    named = invitation(jambi, given="notulis:rakor", rakor=f"meetings.rakor:{rakor.pk}")
    assert "tulis hari terakhirnya" in errors_in(client.post(ADD, named))
    strange = named | {"rakor": f"meetings.rakor:{foreign.pk}", "ends_on": "31-12-2099"}
    assert "Masukkan pilihan yang valid" in errors_in(client.post(ADD, strange))
    assert client.post(ADD, named | {"ends_on": "31-12-2099"}).status_code == 200
    tono = User.objects.get(username="tono")
    assert tono.has_perm("meetings.change_rakor")
    assert list(type(rakor).objects.editable_by(tono)) == [rakor]


def test_a_rakor_stands_only_with_its_own_scope(logged_in, rina, jambi, kerinci):
    rakor = make.make_rakor(region=jambi)
    response = logged_in(rina).post(ADD, invitation(kerinci, rakor=f"meetings.rakor:{rakor.pk}"))
    assert "hanya disebut untuk lingkup «Rakor ini»" in errors_in(response)


# Clashes.


def test_a_colleague_who_is_there_already_is_named(logged_in, rina, kerinci, budi):
    User.objects.filter(pk=budi.pk).update(email="tono@example.id")
    response = logged_in(rina).post(ADD, invitation(kerinci, email="TONO@example.id"))
    assert "Surel ini sudah dipakai Budi" in errors_in(response)


def test_a_stranger_is_not(logged_in, rina, dewi, kerinci):
    User.objects.filter(pk=dewi.pk).update(email="tono@example.id")
    said = errors_in(logged_in(rina).post(ADD, invitation(kerinci)))
    assert said == "Surel ini tidak dapat dipakai; hubungi admin pusat."
    said = errors_in(logged_in(rina).post(ADD, invitation(kerinci, email="", username="DEWI")))
    assert said == "Nama akun ini tidak dapat dipakai. Pilih yang lain."


def test_namesakes_get_account_names_of_their_own(logged_in, rina, kerinci):
    client = logged_in(rina)
    for number in range(2):
        client.post(ADD, invitation(kerinci, name="Drs. H. Tono, M.Si", email=f"t{number}@example.id"))
    assert set(User.objects.filter(name__contains="Tono").values_list("username", flat=True)) == {
        "tono",
        "tono2",
    }


# Again, and not at all.


@pytest.fixture
def tono(logged_in, rina, kerinci):
    logged_in(rina).post(ADD, invitation(kerinci))
    return User.objects.get(username="tono")


def test_another_invitation_makes_the_one_before_void(logged_in, rina, tono):
    before = set_password_link(tono)
    response = press(logged_in(rina), tono, "send-again")
    assert link_in(response) != before
    assert tono.invitations.count() == 2
    tono.refresh_from_db()
    assert set_password_link(tono).rsplit("-", 1)[-1] != before.rsplit("-", 1)[-1]


def test_who_came_is_not_invited_again(logged_in, rina, tono):
    User.objects.filter(pk=tono.pk).update(last_login=timezone.now())
    for name in ("send-again", "call-back"):
        response = press(logged_in(rina), tono, name, {"reason": "keliru"})
        assert response.status_code == 409
        assert "sudah pernah masuk" in errors_in(response)


def test_an_invitation_taken_back_opens_nothing(logged_in, rina, tono):
    before = set_password_link(tono)
    assert press(logged_in(rina), tono, "call-back", {"reason": "Orangnya pindah"}).status_code == 302
    tono.refresh_from_db()
    assert not tono.is_active
    assert tono.assignments.get().ended_at is not None
    assert tono.invitations.get().cancelled_by == rina
    assert Change.objects.about(tono.invitations.get()).first().reason == "Orangnya pindah"
    assert set_password_link(tono).rsplit("-", 1)[-1] != before.rsplit("-", 1)[-1]


@pytest.mark.parametrize("name", ["wayan", "budi", "vera", "nia", "pimpin", "ani"])
def test_who_may_not_invite(request, logged_in, kerinci, name):
    client = logged_in(request.getfixturevalue(name))
    assert client.get(ADD).status_code == 403
    assert client.post(ADD, invitation(kerinci)).status_code == 403
    assert not User.objects.filter(email="tono@example.id").exists()


def test_a_strange_admin_invites_nobody_here(logged_in, dewi, kerinci):
    assert "Masukkan pilihan yang valid" in errors_in(logged_in(dewi).post(ADD, invitation(kerinci)))


# What the database holds.


def test_an_invitation_is_cancelled_by_somebody(rina, budi):
    now = timezone.now()
    whole = {"user": budi, "invited_at": now, "invited_by": rina}
    with pytest.raises(IntegrityError), transaction.atomic():
        AccountInvitation.objects.create(
            valid_until=now + timezone.timedelta(days=1), cancelled_at=now, **whole
        )
    with pytest.raises(ValidationError, match="berakhir sebelum dikirim"):
        AccountInvitation(valid_until=now, **whole).full_clean()
