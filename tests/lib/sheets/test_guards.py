"""Files that are refused as a whole, before or while they are read."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor.lib.sheets import FILE_CODES, Limits, SheetError, read_sheet
from rakor.lib.standard_sheet import read_standard
from tests.lib.sheets.refused_files import CASES, GOOD, HEAD, OLE, rows_at
from tests.lib.workbooks import number, row, standard, standard_row, text, workbook, worksheet, zipped

USUAL = settings.default.max_examples  # fewer in `make test-fast`


@pytest.mark.parametrize(("data", "name", "code"), CASES.values(), ids=CASES.keys())
def test_refused_with_its_code_and_a_sentence(data, name, code):
    with pytest.raises(SheetError) as error:
        read_sheet(data, name)
    assert error.value.code == code
    assert error.value.problem.is_file
    assert error.value.message.endswith(".")


def test_the_far_cell_is_named():
    with pytest.raises(SheetError) as error:
        read_sheet(workbook(rows_at(("XFD", 1048576))), "a.xlsx")
    assert error.value.problem.cell == "XFD1048576"


def test_a_formatted_but_empty_far_cell_does_no_harm():
    rows = standard(standard_row()) + '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert len(read_sheet(workbook(rows), "a.xlsx").rows) == 1


@pytest.mark.parametrize(
    ("limits", "code"),
    [
        (Limits(max_bytes=100), "too_large"),
        (Limits(max_entries=5), "too_many_entries"),
        (Limits(max_unpacked=1500), "too_large_unpacked"),
        (Limits(max_rows=0), "too_many_rows"),
        (Limits(max_columns=5), "too_many_columns"),
        (Limits(max_cells=10), "too_large_unpacked"),
    ],
)
def test_limits_are_arguments(limits, code):
    with pytest.raises(SheetError) as error:
        read_sheet(GOOD, "a.xlsx", limits)
    assert error.value.code == code


def test_cells_that_are_only_formatted_are_counted_too():
    rows = HEAD + row(*["<c/>"] * 40)
    with pytest.raises(SheetError) as error:
        read_sheet(workbook(rows), "a.xlsx", Limits(max_cells=10))
    assert error.value.message.startswith("Berkas memuat lebih dari 30 sel.")


def test_a_large_file_on_disk_is_not_read_to_its_end(tmp_path):
    path = tmp_path / "besar.csv"
    path.write_bytes(b"a;b\n" * 1000)
    with pytest.raises(SheetError) as error:
        read_sheet(path, limits=Limits(max_bytes=100))
    assert error.value.code == "too_large"


def test_unpacked_bytes_are_counted_not_believed():
    """Two million zeros pack into two kilobytes; the size written in the zip's directory is set to ten."""
    data = bytearray(workbook(worksheet(f"<!--{'0' * 2_000_000}-->" + HEAD + row("1"))))
    name = b"xl/worksheets/sheet1.xml"
    directory = data.rfind(name) - 46
    local = data.find(name) - 30
    for at in (directory + 24, local + 22):
        data[at : at + 4] = (10).to_bytes(4, "little")
    with pytest.raises(SheetError) as error:
        read_sheet(bytes(data), "a.xlsx", Limits(max_unpacked=100_000))
    assert error.value.code in ("too_large_unpacked", "corrupt")


def test_texts_that_many_cells_share_are_kept_once():
    shared = [f"<si><t>{'x' * 100_000}</t></si>"]
    rows = "".join(row('<c t="s"><v>0</v></c>') for _ in range(2_000))
    sheet = read_sheet(workbook(HEAD + rows, shared=shared), "a.xlsx")
    assert len({id(row[1].text) for row in sheet.rows}) == 1


def read_anything(data, name):
    """Read bytes to the end; only a SheetError with a known code may come back."""
    try:
        read_standard(read_sheet(data, name))
    except SheetError as error:
        assert error.code in FILE_CODES


@given(st.binary(max_size=300), st.sampled_from(["a.xlsx", "a.csv", "a.xls", "a"]))
def test_random_bytes_are_refused_in_words(data, name):
    for start in (b"", b"PK\x03\x04", OLE[:8], b"\xef\xbb\xbf"):
        read_anything(start + data, name)


@pytest.mark.slow
@settings(max_examples=3 * USUAL)
@given(st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_workbook_is_read_or_refused(changes):
    data = bytearray(GOOD)
    for at, byte in changes:
        data[at] = byte
    read_anything(bytes(data), "a.xlsx")


PARTS = {
    name: zipfile.ZipFile(io.BytesIO(GOOD)).read(name)
    for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist()
}


@pytest.mark.slow
@settings(max_examples=3 * USUAL)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_workbook_with_damaged_parts_is_read_or_refused(name, data):
    """Damage inside the packing, which a checksum would hide from the test above."""
    part = PARTS[name]
    at = data.draw(st.integers(0, len(part)))
    until = data.draw(st.integers(at, min(len(part), at + 20)))
    insert = data.draw(st.binary(max_size=10) | st.sampled_from([b"-1", b"<v>9</v>", b'"', b"99999999999"]))
    read_anything(zipped(PARTS | {name: part[:at] + insert + part[until:]}), "a.xlsx")


@pytest.mark.slow
@given(
    st.lists(st.lists(st.text(max_size=6) | st.integers(), max_size=9), max_size=6),
)
def test_any_cells_under_the_titles_are_read_or_refused_by_cell(rows):
    cells = [
        row(*(number(value) if isinstance(value, int) else text(_allowed(value)) for value in values))
        for values in rows
    ]
    read_anything(workbook(standard(*cells)), "a.xlsx")


def _allowed(value):
    """Only what XML can hold."""
    return "".join(
        sign for sign in value if sign in "\t\n\r" or " " <= sign < "\ud800" or "\ue000" <= sign <= "\ufffd"
    )
