"""Region codes as they stand in cells."""

import pytest

from rakor.lib.refusals import Refused
from rakor.lib.regioncodes import read_region_code


@pytest.mark.parametrize(
    ("written", "code"),
    [("15.01", "15.01"), (" 61.10 ", "61.10"), ("15", "15"), ("15.71\N{NO-BREAK SPACE}", "15.71")],
)
def test_reads_codes_written_as_text(written, code):
    assert read_region_code(written) == code


@pytest.mark.parametrize(
    ("stored", "code"),
    [("15.01", "15.01"), ("15.009999999999999787", "15.01"), ("61.12", "61.12"), ("15", "15")],
)
def test_reads_codes_that_excel_keeps_as_numbers(stored, code):
    assert read_region_code(stored, is_number=True) == code


@pytest.mark.parametrize(
    ("written", "is_number", "code", "part"),
    [
        ("61.1", True, "ambiguous_region", "Excel membuang nol di belakang (61.10?)"),
        ("15.1", False, "ambiguous_region", "15.10?"),
        ("15,1", False, "ambiguous_region", "15.10?"),
        ("1506", False, "ambiguous_region", "tanpa titik dapat berarti kode BPS"),
        ("1506", True, "ambiguous_region", "tanpa titik dapat berarti kode BPS"),
        ("15,01", False, "unknown_region", "Kode daerah memakai titik: 15.01."),
        ("15.01.01", False, "unknown_region", "kode kecamatan atau desa"),
        ("15.01.01.2001", False, "unknown_region", "kode kecamatan atau desa"),
        ("Kerinci", False, "unknown_region", '"Kerinci" bukan kode daerah.'),
        ("05.01", False, "unknown_region", "bukan kode daerah"),
        ("15.001", True, "unknown_region", "bukan kode daerah"),
        ("-15.01", True, "unknown_region", "bukan kode daerah"),
        ("1e400", True, "unknown_region", "bukan kode daerah"),
        ("15.001", False, "unknown_region", "bukan kode daerah"),
        ("15-01", False, "unknown_region", "bukan kode daerah"),
    ],
)
def test_refuses_what_could_be_another_region(written, is_number, code, part):
    with pytest.raises(Refused) as refusal:
        read_region_code(written, is_number=is_number)
    assert refusal.value.code == code
    assert part in refusal.value.message
