"""NIP, NIK, telephone and e-mail are refused where they are typed, beside the field, and nothing is lost."""

import pytest

from meetings.models import Rakor
from tests.adminform import errors_of, read_form

pytestmark = pytest.mark.django_db

ADD = "/admin/meetings/rakor/add/"
NIP = "198501012010011001"

TYPED = [
    ("roles-0-name", f"Fachrori Umar, NIP {NIP}", "NIP"),
    ("roles-0-office", "Gubernur Jambi (0812-3456-7890)", "nomor telepon"),
    ("agenda-0-title", "Pembukaan, tanya budi@contoh.id", "alamat surel"),
    ("issues-0-title", "Data KPM 1501014507850001", "NIK atau nomor kartu keluarga"),
    ("outcomes-1-text", f"Sisa K2 didata ulang oleh {NIP}.", "NIP"),
    ("outcomes-1-follow_ups-0-what", "Mendata sisa K2, lapor ke +62 812 3456 7890", "nomor telepon"),
    ("venue", f"Rumah {NIP}", "NIP"),
    ("summary", "Undangan lewat panitia@contoh.id", "alamat surel"),
]


@pytest.mark.parametrize(("field", "text", "kind"), TYPED)
def test_the_form_says_where_and_keeps_what_was_typed(client, bkd_story, field, text, kind):
    response = client.post(ADD, bkd_story | {field: text})
    [sentence] = [error for error in errors_of(response) if "tampak seperti" in error]
    assert f"tampak seperti {kind}." in sentence and "hapus" in sentence
    assert read_form(response, "rakor_form")[field] == text
    assert not Rakor.objects.exists()


def test_document_numbers_amounts_and_years_are_no_such_thing(client, bkd_story):
    harmless = "Surat 332.05/6394/SJ tahun 2019: Rp1.500.000.000 untuk 2.950 KPM, kode 5.1.02.01.01.0024"
    response = client.post(ADD, bkd_story | {"outcomes-1-text": harmless, "summary": harmless})
    assert response.status_code == 302, errors_of(response)
