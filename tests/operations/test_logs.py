"""Log lines are plain and hold nobody's data: of tracebacks, database errors, addresses and messages."""

import io
import logging

import pytest
from django.db import DatabaseError, connection, transaction
from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from accounts.models import User
from rakor.logs import PlainFormatter
from tests import factories as make

NIP, NIK, PHONE, EMAIL = "198501012010011001", "1501014507850001", "081234567890", "siti@contoh.id"
MARK = "PENANDA"
LEAKS = (NIP, NIK, PHONE, EMAIL, MARK)


@pytest.fixture
def written():
    """What reaches stderr, through the formatter that ships."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(PlainFormatter())
    logging.getLogger().addHandler(handler)
    yield stream.getvalue
    logging.getLogger().removeHandler(handler)


def leaks(text):
    return [leak for leak in LEAKS if leak.upper() in text.upper()]


def formatted(text):
    return PlainFormatter().format(logging.LogRecord("django.db", logging.ERROR, "", 0, text, None, None))


def test_the_program_writes_with_this_formatter(settings):
    assert settings.LOGGING["root"]["handlers"] == ["stderr"]
    assert settings.LOGGING["handlers"]["stderr"]["formatter"] == "plain"
    assert settings.LOGGING["formatters"]["plain"]["()"] == "rakor.logs.PlainFormatter"


def test_rows_that_the_database_quotes_are_left_out_however_long():
    line = formatted(
        f"duplicate key\nDETAIL:  Failing row contains ({MARK}, first line\n{MARK} second\n\nthird {MARK}).\n"
        "HINT:  look here\nCONTEXT:  COPY line 3\nThe above exception was the direct cause of the following:"
    )
    assert "duplicate key" in line and "HINT:  look here" in line and "The above exception" in line
    assert leaks(line) == [] and "COPY" not in line


def test_numbers_and_addresses_of_people_are_masked_wherever_they_stand():
    line = formatted(f"cannot send to {EMAIL}: {NIP}, {NIK} or {PHONE}")
    assert "cannot send to [email]: [nip], [nik] or [phone]" in line


def broken(request):
    """A page that breaks with personal data in its locals, its headers and its form."""
    user = User(username=f"{MARK}-akun", name=f"Siti {MARK}", email=EMAIL)
    reason, number = f"{MARK} {NIP}", {"nik": NIK, "hp": PHONE}
    raise RuntimeError(f"no mail to {EMAIL} about {NIK}") from KeyError(len((user, reason, number)))


def broken_query(request):
    with transaction.atomic():
        User.objects.create(username=f"{MARK}-dua".lower(), name=MARK, email=EMAIL)
        User.objects.create(username=f"{MARK}-tiga".lower(), name=MARK, email=EMAIL)
    return HttpResponse()


class Addresses:
    urlpatterns = [
        path("rusak/", broken, name="rusak"),
        path("rusak-kueri/", broken_query, name="rusak-kueri"),
    ]
    handler500 = "rakor.errors.server_error"


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/rusak/", "/rusak-kueri/"])
def test_a_page_that_breaks_tells_the_log_what_and_where_but_not_about_whom(
    client, written, open_to_everybody, address
):
    open_to_everybody(address.strip("/"))
    client.raise_request_exception = False
    with override_settings(ROOT_URLCONF=Addresses), transaction.atomic():
        answer = client.post(
            f"{address}?surel={EMAIL}&nip={NIP}", {"name": f"{MARK} {PHONE}"}, HTTP_REFERER=f"/?q={NIK}"
        )
        transaction.set_rollback(True)
    assert answer.status_code == 500
    assert f"Internal Server Error: {address}" in written()
    assert "Traceback" in written() and "Error" in written()
    assert leaks(written()) == []
    assert leaks(answer.text) == []


def twice(row):
    User.objects.create(username="lain", name=MARK, email=row.email)


def nothing(row):
    User.objects.filter(pk=row.pk).update(username=None)


def no_number(row):
    with connection.cursor() as cursor:
        cursor.execute("SELECT CAST(%s AS INTEGER) FROM tidak_ada_tabel WHERE surel = %s", [MARK, EMAIL])


def no_date(row):
    with connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET last_login = %s || 'x' WHERE email = %s", [MARK, EMAIL])
        cursor.execute("SELECT strftime_missing(%s)", [MARK])


@pytest.mark.django_db
@pytest.mark.parametrize("mistake", [twice, nothing, no_number, no_date])
def test_what_a_database_refuses_is_logged_without_the_row(written, mistake):
    row = make.make_user(f"{MARK}-akun".lower(), name=MARK, email=EMAIL)
    with pytest.raises(DatabaseError) as refused, transaction.atomic():
        mistake(row)
    logging.getLogger("django.request").error("broken", exc_info=refused.value)
    assert "Traceback" in written() and "Error" in written()
    assert leaks(written()) == []
