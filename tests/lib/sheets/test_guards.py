"""Files that are refused as a whole, before or while they are read."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rakor.lib.sheets import FILE_CODES, Limits, SheetError, read_sheet
from rakor.lib.standard_sheet import read_standard
from tests.lib.workbooks import MAIN, number, row, standard, standard_row, text, workbook, worksheet, zipped

GOOD = workbook(standard(standard_row()))
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504
LOCKED = OLE + "EncryptedPackage".encode("utf-16-le")
DOCTYPE = '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
HEAD = row("a", "b")


def rows_at(*references):
    cells = "".join(
        f'<row r="{number}"><c r="{letters}{number}"><v>1</v></c></row>' for letters, number in references
    )
    return row("a") + cells


def _with_password_flag():
    """The same workbook with every entry marked as encrypted."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(signature, at + 1)
    return bytes(data)


def _twice_the_same_part():
    out = io.BytesIO(GOOD)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/Workbook.xml", "lain")
    return out.getvalue()


def _lzma():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        for name in zipfile.ZipFile(io.BytesIO(GOOD)).namelist():
            archive.writestr(name, zipfile.ZipFile(io.BytesIO(GOOD)).read(name))
    return out.getvalue()


CASES = {
    "no bytes": (b"", "a.xlsx", "empty_file"),
    "only blanks": (b"\xef\xbb\xbf \r\n\t", "a.csv", "empty_file"),
    "only marks": (b";;;\n;;\n", "a.csv", "empty_file"),
    "workbook without cells": (workbook(""), "a.xlsx", "empty_file"),
    "only a hidden sheet": (workbook(("x", "hidden", HEAD + row("1"))), "a.xlsx", "empty_file"),
    "titles only": (workbook(HEAD), "a.xlsx", "no_data_rows"),
    "titles only in csv": (b"a;b\n", "a.csv", "no_data_rows"),
    "two full sheets": (
        workbook(("satu", "visible", HEAD + row("1")), ("dua", "visible", HEAD + row("2"))),
        "a.xlsx",
        "ambiguous_sheet",
    ),
    "no ending": (GOOD, "lembar", "unsupported_type"),
    "old workbook": (OLE, "a.xls", "unsupported_type"),
    "open document": (zipped({"mimetype": "x", "content.xml": "<a/>"}), "a.ods", "unsupported_type"),
    "open document renamed": (zipped({"mimetype": "x", "content.xml": "<a/>"}), "a.xlsx", "unsupported_type"),
    "binary workbook renamed": (
        zipped({"[Content_Types].xml": "<a/>", "xl/workbook.bin": ""}),
        "a.xlsx",
        "unsupported_type",
    ),
    "pdf": (b"%PDF-1.7", "a.pdf", "unsupported_type"),
    "pdf as csv": (b"%PDF-1.7\n1;2", "a.csv", "content_mismatch"),
    "web page as xls": (b"<html><table><tr><td>1", "a.xls", "content_mismatch"),
    "web page as xlsx": (b"\n <!DOCTYPE html><html>", "a.xlsx", "content_mismatch"),
    "web page as csv": (b"<table><tr><td>1", "a.csv", "content_mismatch"),
    "text as xlsx": (b"a;b\n1;2\n", "a.xlsx", "content_mismatch"),
    "workbook as csv": (GOOD, "a.csv", "content_mismatch"),
    "old workbook as xlsx": (OLE, "a.xlsx", "content_mismatch"),
    "old workbook as csv": (OLE, "a.csv", "content_mismatch"),
    "any zip as xlsx": (zipped({"catatan.txt": "x"}), "a.xlsx", "content_mismatch"),
    "letter as xlsx": (
        zipped({"[Content_Types].xml": "<a/>", "word/document.xml": "<a/>"}),
        "a.xlsx",
        "content_mismatch",
    ),
    "password": (LOCKED, "a.xlsx", "encrypted"),
    "password, old ending": (LOCKED, "a.xls", "encrypted"),
    "zip password": (_with_password_flag(), "a.xlsx", "encrypted"),
    "macro ending": (GOOD, "a.xlsm", "macro_not_allowed"),
    "macro inside": (workbook(HEAD, parts={"xl/vbaProject.bin": "x"}), "a.xlsx", "macro_not_allowed"),
    "macro sheet": (workbook(HEAD, parts={"xl/macrosheets/sheet1.xml": "x"}), "a.xlsx", "macro_not_allowed"),
    "macro type": (
        workbook(
            HEAD, parts={"[Content_Types].xml": "<T><O ContentType='x.sheet.macroEnabled.main+xml'/></T>"}
        ),
        "a.xlsx",
        "macro_not_allowed",
    ),
    "far cell": (workbook(rows_at(("XFD", 1048576))), "a.xlsx", "too_many_rows"),
    "far row": (workbook(rows_at(("A", 20002))), "a.xlsx", "too_many_rows"),
    "far column": (workbook(rows_at(("GS", 2))), "a.xlsx", "too_many_columns"),
    "many records": (b"a;b\n" + b"1;2\n" * 20_001, "a.csv", "too_many_rows"),
    "many fields": (b"a;b\n" + b"1;" * 201, "a.csv", "too_many_columns"),
    "doctype in sheet": (workbook(worksheet(HEAD, DOCTYPE)), "a.xlsx", "xml_entity"),
    "doctype in shared texts": (
        workbook(HEAD + row("1"), parts={"xl/sharedStrings.xml": f"{DOCTYPE}<sst><si><t>&b;</t></si></sst>"}),
        "a.xlsx",
        "xml_entity",
    ),
    "doctype with an outside address": (
        workbook(worksheet(HEAD, '<!DOCTYPE x SYSTEM "file:///etc/passwd">')),
        "a.xlsx",
        "xml_entity",
    ),
    "cut off": (GOOD[: len(GOOD) // 2], "a.xlsx", "corrupt"),
    "signature only": (b"PK\x03\x04", "a.xlsx", "corrupt"),
    "part twice": (_twice_the_same_part(), "a.xlsx", "corrupt"),
    "unusual packing": (_lzma(), "a.xlsx", "corrupt"),
    "no main part": (workbook(HEAD, without=("xl/workbook.xml",)), "a.xlsx", "corrupt"),
    "no sheet part": (workbook(HEAD, without=("xl/worksheets/sheet1.xml",)), "a.xlsx", "corrupt"),
    "broken xml": (workbook(f'<worksheet xmlns="{MAIN}"><sheetData><row>'), "a.xlsx", "corrupt"),
    "unknown encoding": (
        workbook(worksheet(HEAD, '<?xml version="1.0" encoding="utf-7"?>')),
        "a.xlsx",
        "corrupt",
    ),
    "undefined entity": (workbook(HEAD + row("<c t='str'><v>&x;</v></c>")), "a.xlsx", "corrupt"),
    "cell twice": (
        workbook('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'),
        "a.xlsx",
        "corrupt",
    ),
    "rows backwards": (workbook('<row r="2"/><row r="1"/>'), "a.xlsx", "corrupt"),
    "cell of another row": (workbook('<row r="2"><c r="A9"><v>1</v></c></row>'), "a.xlsx", "corrupt"),
    "no such reference": (workbook('<row r="2"><c r="2A"><v>1</v></c></row>'), "a.xlsx", "corrupt"),
    "no such shared text": (workbook(HEAD + row('<c t="s"><v>7</v></c>')), "a.xlsx", "corrupt"),
    "shared text below zero": (
        workbook(HEAD + row('<c t="s"><v>-1</v></c>'), shared=["<si><t>x</t></si>"]),
        "a.xlsx",
        "corrupt",
    ),
    "no such kind of cell": (workbook(HEAD + row('<c t="z"><v>7</v></c>')), "a.xlsx", "corrupt"),
    "style is no number": (workbook(HEAD + row('<c s="x"><v>7</v></c>')), "a.xlsx", "corrupt"),
}


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


@settings(max_examples=300)
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


@settings(max_examples=300)
@given(st.sampled_from(sorted(PARTS)), st.data())
def test_a_workbook_with_damaged_parts_is_read_or_refused(name, data):
    """Damage inside the packing, which a checksum would hide from the test above."""
    part = PARTS[name]
    at = data.draw(st.integers(0, len(part)))
    until = data.draw(st.integers(at, min(len(part), at + 20)))
    insert = data.draw(st.binary(max_size=10) | st.sampled_from([b"-1", b"<v>9</v>", b'"', b"99999999999"]))
    read_anything(zipped(PARTS | {name: part[:at] + insert + part[until:]}), "a.xlsx")


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
