"""`manage.py import_sheet`: for whoever works on the server."""

import pytest
from django.core.management import CommandError, call_command

from programs.models import Measurement
from records.models import ImportBatch
from tests.programs.sheets import REAL_SHEETS, contents, row, sheet

pytestmark = pytest.mark.django_db


def test_imports_the_real_sheet_as_rina(ready, rina, capsys):
    call_command("import_sheet", REAL_SHEETS["xlsx"], "--as", "rina")
    batch = ImportBatch.objects.get()
    assert (batch.imported_by, batch.rows_new) == (rina, 33)
    said = capsys.readouterr().out
    assert f"Impor nomor {batch.pk} disimpan. 33 baru, 0 berubah, 0 sama, 0 di samping sumber lain." in said


def test_says_when_nothing_is_new(ready, rina, capsys):
    for _time in range(2):
        call_command("import_sheet", REAL_SHEETS["csv"], "--as", "rina")
    assert ImportBatch.objects.count() == 1
    assert "Tidak ada yang diubah." in capsys.readouterr().out


def test_check_stores_nothing(ready, rina, capsys):
    before = contents()
    call_command("import_sheet", REAL_SHEETS["xlsx"], "--as", "rina", "--check")
    assert contents() == before
    assert "Tidak ada masalah. 33 baru" in capsys.readouterr().out


def test_a_bad_sheet_is_refused_with_every_problem(ready, rina, tmp_path, capsys):
    file = tmp_path / "lembar.csv"
    file.write_bytes(sheet(row("15.10"), row(value="tujuh")))
    with pytest.raises(CommandError, match="Lembar ditolak: 2 masalah. Tidak ada yang disimpan.") as error:
        call_command("import_sheet", file, "--as", "rina")
    assert error.value.returncode == 1
    said = capsys.readouterr().err
    assert 'Sel A2 (kode_wilayah): Kode daerah "15.10" tidak terdaftar.' in said
    assert 'Sel F3 (realisasi): "tujuh" bukan angka.' in said
    assert not Measurement.objects.exists()


def test_budi_may_not_import(ready, budi, capsys):
    with pytest.raises(CommandError, match="1 masalah"):
        call_command("import_sheet", REAL_SHEETS["xlsx"], "--as", "budi")
    assert "Anda tidak berwenang mengimpor lembar baku." in capsys.readouterr().err


def test_an_unknown_user(db):
    with pytest.raises(CommandError, match="Tidak ada pengguna aktif bernama siapa."):
        call_command("import_sheet", REAL_SHEETS["xlsx"], "--as", "siapa")


def test_a_user_who_left(ready, rina):
    rina.is_active = False
    rina.save()
    with pytest.raises(CommandError, match="Tidak ada pengguna aktif bernama rina."):
        call_command("import_sheet", REAL_SHEETS["xlsx"], "--as", "rina")


def test_an_unknown_file(rina, tmp_path):
    with pytest.raises(CommandError, match=r"tidak-ada.xlsx tidak dapat dibaca"):
        call_command("import_sheet", tmp_path / "tidak-ada.xlsx", "--as", "rina")


def test_a_file_named_after_a_person_s_number_is_refused(ready, rina, tmp_path, capsys):
    file = tmp_path / "198501012010011001.csv"
    file.write_bytes(sheet(row()))
    with pytest.raises(CommandError, match="1 masalah"):
        call_command("import_sheet", file, "--as", "rina")
    assert "Berkas: Nama berkas memuat NIP («1985…»)" in capsys.readouterr().err
    assert not ImportBatch.objects.exists()
