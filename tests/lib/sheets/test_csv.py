"""Reading CSV, and writing it safely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rakor.lib.sheets import Kind, SheetError, read_sheet
from rakor.lib.writing import csv_text, quoted, unquoted


def grid(data):
    sheet = read_sheet(data if isinstance(data, bytes) else data.encode(), "lembar.csv")
    titles = [column.title for column in sheet.columns]
    return titles, [
        [row.number, *(row[index].text for index in range(1, len(titles) + 1))] for row in sheet.rows
    ]


@pytest.mark.parametrize(
    "data",
    [
        "a,b\n1,2\n",
        "a;b\n1;2\n",
        "\ufeffa;b\r\n1;2\r\n",
        "a,b\r1,2",
        '"a","b"\n"1","2"\n',
        "a;b\n1;2",
    ],
)
def test_marks_byte_order_and_line_ends(data):
    assert grid(data) == (["a", "b"], [[2, "1", "2"]])


def test_the_titles_decide_the_mark_not_the_figures():
    assert grid("a;b\n87,5;1,5\n") == (["a", "b"], [[2, "87,5", "1,5"]])
    assert grid('a,b\n"x; y; z",2\n') == (["a", "b"], [[2, "x; y; z", "2"]])


def test_rows_keep_the_number_of_their_record_past_blank_lines_and_breaks_in_cells():
    titles, rows = grid('\na;b\n"dua\nbaris";2\n;\n\n3;4\n')
    assert titles == ["a", "b"]
    assert rows == [[3, "dua\nbaris", "2"], [6, "3", "4"]]


def test_every_cell_is_text_with_an_address():
    sheet = read_sheet(b"a;b\n;80\n", "lembar.csv")
    assert [(cell.kind, cell.address) for cell in (sheet.rows[0][1], sheet.rows[0][2])] == [
        (Kind.EMPTY, "A2"),
        (Kind.TEXT, "B2"),
    ]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("a;b\nKab. Batanghari \xe9;2".encode("cp1252"), "bad_encoding"),
        ("a;b\n1;2".encode("utf-16"), "bad_encoding"),
        (b"a;b\n1\x00;2", "bad_encoding"),
        (b'a;b\n"tak ditutup;2\n', "corrupt"),
        (b'a;b\n"x"y;2\n', "corrupt"),
        (b"a;b\n" + b"x" * 200_000 + b";2", "corrupt"),
    ],
)
def test_what_cannot_be_parted_into_cells_is_refused(data, code):
    with pytest.raises(SheetError) as error:
        read_sheet(data, "lembar.csv")
    assert error.value.code == code


def test_a_stray_quote_is_named_by_its_row():
    with pytest.raises(SheetError) as error:
        read_sheet(b'a;b\n1;2\n"x"y;2\n', "lembar.csv")
    assert str(error.value) == (
        "Baris 3: Tanda kutip di baris ini tidak berpasangan, sehingga kolomnya tidak dapat "
        "dipisahkan. Perbaiki."
    )


@pytest.mark.parametrize(
    "text", ["=1+1", "+62", "-5", "@SUM(A1)", "\tx", "\rx", "\nx", "'kutip", "'=1", "''"]
)
def test_text_that_could_run_or_lose_its_quote_gets_one(text):
    assert quoted(text) == "'" + text
    assert unquoted(quoted(text)) == text


@pytest.mark.parametrize("text", ["", "Kerinci", "5-6", "a=b", "15.01", " =1"])
def test_harmless_text_is_left_alone(text):
    assert quoted(text) == text


def test_a_written_file_is_one_that_excel_opens():
    assert csv_text(["a", "b"], [["=1", "x;y"]]) == '\ufeffa;b\r\n\'=1;"x;y"\r\n'


CELLS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20)


@given(st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=8), st.sampled_from(";,"))
def test_any_grid_comes_back_from_csv_as_it_went(rows, delimiter):
    written = csv_text(["a", "b", "c"], rows, delimiter=delimiter)
    kept = {(n, i): text for n, row in enumerate(rows, 2) for i, text in enumerate(row, 1) if text.strip()}
    try:
        sheet = read_sheet(written.encode(), "lembar.csv")
    except SheetError as error:
        assert error.code == "no_data_rows"
        assert not kept
        return
    assert {(row.number, i): cell.text for row in sheet.rows for i, cell in row.cells.items()} == kept
