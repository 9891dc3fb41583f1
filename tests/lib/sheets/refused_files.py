"""Files that must be refused as a whole: bytes, the name they come under, the code they must get."""

import io
import zipfile

from tests.lib.workbooks import MAIN, row, standard, standard_row, workbook, worksheet, zipped

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
        archive.writestr("XL/Workbook.xml", archive.read("xl/workbook.xml"))
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
    "nested without end": (
        workbook(worksheet("<a>" * 1_000 + "</a>" * 1_000 + HEAD + row("1"))),
        "a.xlsx",
        "corrupt",
    ),
    "names without end": (
        workbook(worksheet("".join(f"<a{i}/>" for i in range(2_000)) + HEAD + row("1"))),
        "a.xlsx",
        "corrupt",
    ),
    "a tag of megabytes": (
        workbook(worksheet(f"<a b='{'x' * 5_000_000}'/>" + HEAD + row("1"))),
        "a.xlsx",
        "corrupt",
    ),
    "unknown encoding": (
        workbook(worksheet(HEAD, '<?xml version="1.0" encoding="utf-7"?>')),
        "a.xlsx",
        "corrupt",
    ),
    "undefined entity": (workbook(HEAD + row("<c t='str'><v>&x;</v></c>")), "a.xlsx", "corrupt"),
    "row past the last": (
        workbook('<row r="1048577"><c r="A1048577"><v>1</v></c></row>'),
        "a.xlsx",
        "corrupt",
    ),
    "cell outside a row": (workbook("<c><v>1</v></c>" + HEAD), "a.xlsx", "corrupt"),
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
