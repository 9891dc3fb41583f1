"""What belongs to a person is found in text; what only looks like it is left alone."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from rakor.lib.personal import find, mask, refuse_personal

NIP, NIK = "198501012010011001", "1501014507850001"

PERSONAL = [
    (NIP, "nip"),
    (f"NIP. {NIP}", "nip"),
    (f"NIP{NIP}", "nip"),
    ("Drs. Budi (19850101 201001 1 001)", "nip"),
    ("19850101.201001.1.001", "nip"),
    ("PPPK 199003152022212004", "nip"),
    ("lahir 1938, 193801011962021001", "nip"),
    (NIK, "nik"),
    ("NIK: 1501 0145 0785 0001", "nik"),
    ("NIK:1501014507850001.", "nik"),
    ("15.01.01.450785.0001", "nik"),
    ("150101-450785-0001", "nik"),
    ("6172031708900002", "nik"),
    ("0812 3456 7890", "phone"),
    ("WA 081234567890", "phone"),
    ("HP:0852-6612-345", "phone"),
    ("+62 812-3456-7890", "phone"),
    ("6281234567890", "phone"),
    ("+62 741 660 2134", "phone"),
    ("081234567890/081298765432", "phone"),
    ("kirim ke budi.santoso@jambiprov.go.id", "email"),
    ("BUDI@GMAIL.COM", "email"),
    ("<budi+1@contoh.id>", "email"),
]

HARMLESS = [
    "Surat nomor 332.05/6394/SJ",
    "Nomor 800/081/BKD/2019",
    "KEP.GUB/812/2345/678",
    "800.1.11.1/0812/BKD-3/2022",
    "Rp1.500.000.000",
    "Rp 1.501.014.507.850.001,00",
    "1501014507850001,255",
    "Rp1500000000000000",
    "Rp123456789012345678",
    "20220101000000000",
    "000000000000000000",
    "081.23",
    "08.12.2019 10.30",
    "08-12-2019 09.00 s.d. 15.00",
    "tahun 2019–2022",
    "15.01.01.2001",
    "5.1.02.01.01.0024",
    "kode rekening 5.1.02.01.01.0024.00001",
    "TL-2022-0002",
    "1506 dan 15.06",
    "PPID Provinsi Jambi",
    "Pukul 08.00–12.00 WIB",
    "0741 66021",
    "akun @jambiprov",
    "https://medium.com/@jambi/rakor",
    "SHA-256 1985010120100110010123456789abcdef",
    "2.950 dari 3.100 KPM",
    "UU 14/2008, PP 61/2010, Perpres 39/2019",
    "62 desa, 812 keluarga, 3456 jiwa",
    "",
]


@pytest.mark.parametrize(("text", "kind"), PERSONAL)
def test_what_belongs_to_a_person_is_found(text, kind):
    assert {found.kind for found in find(text)} == {kind}


@pytest.mark.parametrize("text", HARMLESS)
def test_what_only_looks_like_it_passes(text):
    assert find(text) == []
    refuse_personal(text)


def test_the_refusal_says_where_and_what_to_do_and_does_not_repeat_the_number():
    with pytest.raises(ValidationError) as refused:
        refuse_personal(f"Kepala Dinas, NIP {NIP}")
    [sentence] = refused.value.messages
    assert refused.value.code == "personal_data"
    assert "«1985…» tampak seperti NIP" in sentence and "hapus" in sentence
    assert NIP not in sentence


def test_contacts_of_the_information_officer_may_stand(settings):
    settings.PPID = {"email": "ppid@jambiprov.go.id", "phone": "+62 811-7400-000"}
    assert find("Tanya PPID@jambiprov.go.id atau 0811 7400 000") == []
    assert [found.kind for found in find("budi@jambiprov.go.id")] == ["email"]


def test_a_log_line_keeps_its_sense_without_them():
    line = f"user {NIP} <budi@contoh.id> called from 081234567890 about {NIK} at 10:00:00"
    assert mask(line) == "user [nip] <[email]> called from [phone] about [nik] at 10:00:00"


@given(
    some.dates(min_value=date(1940, 1, 1), max_value=date(2049, 12, 31)),
    some.integers(1970, 2040),
    some.integers(1, 12),
    some.integers(1, 2),
    some.integers(0, 999),
)
def test_every_nip_is_found(born, year, month, sex, serial):
    nip = f"{born:%Y%m%d}{year}{month:02}{sex}{serial:03}"
    assert [found.text for found in find(f"a {nip} b")] == [nip]


@given(some.integers(0, 10**15))
def test_no_amount_with_its_thousands_apart_is_taken_for_one(number):
    assert find(f"Rp{number:,}".replace(",", ".")) == []
