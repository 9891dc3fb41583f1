"""What the cells of a workbook hold, and how they are shown."""

import io
import zipfile

import pytest

from rakor.lib.sheets import Kind, read_sheet
from tests.lib.workbooks import OFFICE, PACKAGE, number, row, text, workbook, worksheet

HEAD = row("judul", "nilai")


def cell_of(cell, **options):
    """The cell B2 of a sheet holding just this under its titles."""
    sheet = read_sheet(workbook(HEAD + row("x", cell), **options), "lembar.xlsx")
    return sheet.rows[0][2]


def test_cells_keep_their_address_and_rows_their_number():
    title = '<row r="3"><c r="B3" t="str"><v>judul</v></c></row>'
    rows = title + '<row r="7"><c r="B7"><v>5</v></c><c r="F7"><v>6</v></c></row>'
    sheet = read_sheet(workbook(("Realisasi", "visible", rows)), "lembar.xlsx")
    assert (sheet.name, sheet.header_row, sheet.file_format) == ("Realisasi", 3, "xlsx")
    assert [(column.index, column.title) for column in sheet.columns] == [(2, "judul")]
    (only,) = sheet.rows
    assert only.number == 7
    assert [only[column].address for column in (2, 6, 30)] == ["B7", "F7", "AD7"]
    assert only[30].kind is Kind.EMPTY


def test_positions_follow_from_order_where_the_file_gives_none():
    sheet = read_sheet(workbook(HEAD + row("a", number("5"))), "lembar.xlsx")
    assert sheet.rows[0][2].address == "B2"


@pytest.mark.parametrize(
    ("cell", "kind", "content"),
    [
        (number("92.030000000000001"), Kind.NUMBER, "92.030000000000001"),
        ('<c t="n"><v>5</v></c>', Kind.NUMBER, "5"),
        (text(" Tanjab  Barat "), Kind.TEXT, " Tanjab  Barat "),
        ('<c t="inlineStr"><is><r><t>Tan</t></r><r><t>jab</t></r></is></c>', Kind.TEXT, "Tanjab"),
        ('<c t="inlineStr"><is><t>Tan</t><rPh><t>bantuan</t></rPh></is></c>', Kind.TEXT, "Tan"),
        ('<c t="s"><v>1</v></c>', Kind.TEXT, "dua kata"),
        ('<c t="str"><f>A1</f><v>hasil</v></c>', Kind.TEXT, "hasil"),
        ('<c t="inlineStr"><is><t>a_x000D_b</t></is></c>', Kind.TEXT, "a\rb"),
        ('<c t="b"><v>1</v></c>', Kind.BOOL, "1"),
        ('<c t="e"><v>#DIV/0!</v></c>', Kind.ERROR, "#DIV/0!"),
        ('<c t="d"><v>2024-01-15</v></c>', Kind.DATE, "2024-01-15"),
        ("<c><f>1+1</f></c>", Kind.UNCALCULATED, ""),
        ("<c><f>1+1</f><v></v></c>", Kind.UNCALCULATED, ""),
        ('<c t="str"><f>A9</f><v></v></c>', Kind.EMPTY, ""),
        ("<c><v></v></c>", Kind.EMPTY, ""),
        (text("  "), Kind.EMPTY, ""),
    ],
)
def test_kinds_of_content(cell, kind, content):
    shared = (
        "<si><t>satu</t></si>",
        "<si><r><t>dua </t></r><r><t>kata</t></r><rPh><t>bantuan</t></rPh></si>",
    )
    found = cell_of(cell, shared=shared)
    assert (found.kind, found.text) == (kind, content)


def test_a_formula_gives_its_last_result_and_says_it_is_one():
    found = cell_of('<c><f t="shared" si="0"/><v>12.5</v></c>')
    assert (found.kind, found.text, found.is_formula) == (Kind.NUMBER, "12.5", True)
    assert not cell_of(number("12.5")).is_formula


@pytest.mark.parametrize(
    ("code", "is_percent"),
    [
        ("0%", True),
        ("0.00%", True),
        ("#,##0.0%;[Red]-#,##0.0%", True),
        ('0.00" %"', False),
        ("0.00\\%", False),
        ("0;-0%", False),
        ('0;-0;"0%"', False),
        ("General", False),
    ],
)
def test_percent_is_what_the_format_shows(code, is_percent):
    found = cell_of(number("0.855", 1), formats=[code])
    assert (found.kind, found.is_percent, found.number_format) == (Kind.NUMBER, is_percent, code)


@pytest.mark.parametrize(
    ("code", "content"),
    [
        ("dd/mm/yyyy", "2024-01-15"),
        ('[$-421]dd mmmm yyyy"";@', "2024-01-15"),
        ("mmm-yy", "2024-01-15"),
        ("[h]:mm", "2024-01-15"),
        ('"Rp"#,##0.00', None),
        ("[Red]0.00", None),
        ("#,##0\\ \\d", None),
        ("_-* #,##0_-", None),
        ("0.00E+00", None),
        ("Standard", None),
    ],
)
def test_dates_are_what_the_format_shows(code, content):
    found = cell_of(number("45306", 1), formats=[code])
    if content:
        assert (found.kind, found.text) == (Kind.DATE, content)
    else:
        assert (found.kind, found.text) == (Kind.NUMBER, "45306")


@pytest.mark.parametrize(
    ("serial", "workbook_pr", "content"),
    [
        ("45306.5", "", "2024-01-15T12:00:00"),
        ("0.25", "", "06:00:00"),
        ("1", "", "1900-01-01"),
        ("61", "", "1900-03-01"),
        ("43844", '<workbookPr date1904="1"/>', "2024-01-15"),
        ("-5", "", "1899-12-26"),
        ("1e300", "", "1e300"),
        ("bukan", "", "bukan"),
        ("NaN", "", "NaN"),
    ],
)
def test_serial_numbers_of_days(serial, workbook_pr, content):
    found = cell_of(number(serial, 1), formats=["yyyy-mm-dd"], workbook_pr=workbook_pr)
    assert (found.kind, found.text) == (Kind.DATE, content)


def test_built_in_formats_are_known():
    styles = (
        '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs>'
        '<xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/></cellXfs></styleSheet>'
    )
    rows = HEAD + row(number("0.5", 1), number("45306", 2)) + row(number("1", 0), number("2", 99))
    sheet = read_sheet(workbook(rows, parts={"xl/styles.xml": styles}), "lembar.xlsx")
    assert sheet.rows[0][1].is_percent
    assert sheet.rows[0][2].text == "2024-01-15"
    assert [sheet.rows[1][column].number_format for column in (1, 2)] == ["", ""]


def test_the_strict_dialect_and_prefixed_names_are_read():
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    sheet_xml = (
        f'<x:worksheet xmlns:x="{strict}" xmlns:other="urn:lain"><x:sheetData><other:row r="9"/>'
        "<x:row><x:c "
        't="str"><x:v>judul</x:v></x:c></x:row><x:row><x:c><other:v>9</other:v><x:v>5</x:v></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )
    sheet = read_sheet(workbook(sheet_xml), "lembar.xlsx")
    assert sheet.rows[0][1].text == "5"


def test_parts_are_found_by_their_links_not_by_their_names():
    def links(*targets):
        return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(targets)}</Relationships>'

    def link(identifier, kind, target, mode="Internal"):
        return (
            f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}" TargetMode="{mode}"/>'
        )

    usual = workbook("")
    moved = {
        "_rels/.rels": links(link("r", "officeDocument", "/xl/book/main.xml")),
        "xl/book/main.xml": zipfile.ZipFile(io.BytesIO(usual)).read("xl/workbook.xml"),
        "xl/book/_rels/main.xml.rels": links(
            link("s1", "worksheet", "../tabs/one.xml"),
            link("x", "styles", "https://example.invalid/s.xml", "External"),
        ),
        "xl/tabs/one.xml": worksheet(HEAD + row("a", number("5"))),
    }
    sheet = read_sheet(workbook("", parts=moved, without=("xl/workbook.xml",)), "lembar.xlsx")
    assert sheet.rows[0][2].text == "5"


def test_hidden_rows_are_marked_and_hidden_sheets_left_out_and_named():
    rows = HEAD + row("a", number("5"), attributes=' hidden="1"') + row("b", number("6"))
    sheet = read_sheet(
        workbook(("Arsip", "veryHidden", HEAD + row("z")), ("Isi", "visible", rows)), "lembar.xlsx"
    )
    assert [row.is_hidden for row in sheet.rows] == [True, False]
    assert sheet.notes == ['Lembar tersembunyi "Arsip" tidak dibaca.']


def test_empty_sheets_beside_the_full_one_do_not_count():
    data = workbook(
        ("Isi", "visible", HEAD + row("a")), ("Sheet2", "visible", ""), ("Sheet3", "visible", row("<c/>"))
    )
    assert read_sheet(data, "lembar.xlsx").name == "Isi"


def test_a_file_on_disk_is_read_under_its_own_name(tmp_path):
    path = tmp_path / "Lembar Baku.XLSX"
    path.write_bytes(workbook(HEAD + row("a", number("5"))))
    assert read_sheet(path).rows[0][2].text == "5"
