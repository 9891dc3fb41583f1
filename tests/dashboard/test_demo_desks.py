"""What each of the demo's accounts finds on /kerja/."""

import re

import pytest
from django.test import Client

from accounts.models import User
from records.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("demo"), pytest.mark.slow]

DESKS = {
    "operator-kalbar": ["Kabupaten Sambas"],
    "verifikator-kalbar": ["Kabupaten Sanggau menunggu pemeriksaan", "Kota Pontianak menunggu pemeriksaan"],
    "operator": ["dikembalikan", "Melengkapi data dukung rencana aksi", "Menyerahkan SK", "belum dikirim"],
    "verifikator": ["Menyampaikan jadwal rencana aksi", "Kabupaten Merangin menunggu pemeriksaan"],
    "notulis": ["Rakor persiapan evaluasi penanganan konflik sosial belum ditutup"],
    "admin-provinsi": ["Rakor persiapan evaluasi penanganan konflik sosial belum ditutup"],
    "superuser": ["Kabupaten Merangin menunggu pemeriksaan"],
    "pimpinan": [],
    "apip": [],
}


@pytest.mark.parametrize("who", DESKS)
def test_each_account_has_something_to_see(who):
    client = Client()
    client.force_login(User.objects.get(username=who))
    page = client.get("/kerja/").text
    rows = re.findall(r'<a class="r-task.*?<b>(.*?)</b>', page.split("Sudah selesai")[0], flags=re.S)
    for said in DESKS[who]:
        assert any(said in row for row in rows), (said, rows)
    coming = "sinkronisasi data PPKS" if "kalbar" in who else "evaluasi penanganan konflik sosial"
    assert f"Rakor {coming}" in page and "Data contoh" in page
    if not DESKS[who]:
        assert "Peran Anda membaca." in page


def test_an_inbox_begins_with_what_is_new():
    unread = Notice.objects.filter(read_at__isnull=True)
    assert set(unread.values_list("recipient__username", flat=True)) >= {
        "operator",
        "operator-kalbar",
        "verifikator-kalbar",
    }
    assert 5 < unread.count() < 20 < Notice.objects.count()
