"""docs/imports.md promises sentences and readings; each row of its tables is tried here."""

import re
from functools import cache
from pathlib import Path

import pytest

from rakor.lib.figure_states import WORDS, read_state
from rakor.lib.periods import read_period
from rakor.lib.sheets import Limits, SheetError, read_sheet
from rakor.lib.standard_sheet import COLUMNS, NEEDED, OPTIONAL, read_standard
from tests.lib.sheets.refused_files import CASES
from tests.lib.workbooks import EMPTY, TITLES, number, row, standard, standard_row, text, workbook

PAGE = Path(__file__).resolve().parents[2] / "docs/imports.md"
SPECIAL = {
    "kosong": EMPTY,
    "tanggal": number("45306", 1),
    "TRUE": '<c t="b"><v>1</v></c>',
    "#DIV/0!": '<c t="e"><v>#DIV/0!</v></c>',
    "rumus tanpa hasil": "<c><f>A1</f></c>",
    "karakter tak terlihat": text("a\u200bb"),
}
SECTIONS = {"target dan realisasi": "realisasi", "sumber dan keterangan": "sumber", "Setiap kolom": "sumber"}


@cache
def tables():
    """(section, titles, rows) of every table on the page; cells are split at bars."""
    found, section = [], ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            section = line.strip("# ")
        if not line.startswith("|"):
            found.append(None)
            continue
        cells = tuple(cell.strip() for cell in line.strip("| ").split(" | "))
        if found[-1] is None:
            found[-1] = (section, cells, [])
        elif not set(cells[0]) <= set("-|"):
            found[-1][2].append(cells)
    return [table for table in found if table]


def rows(*titles):
    return [(section, *cells) for section, head, body in tables() if head == titles for cells in body]


def cell_of(written, section):
    """The column and the cell that an example speaks of."""
    column = SECTIONS.get(section, section)
    first, _space, rest = written.partition(" ")
    if first in COLUMNS:
        column, written = first, rest
    if written.startswith("`"):
        return column, text(written.strip("`"))
    if match := re.fullmatch(r"angka ([0-9,]+)", written):
        return column, number(match[1].replace(",", "."))
    if match := re.fullmatch(r"([0-9]+) huruf", written):
        return column, text("x" * int(match[1]))
    return column, SPECIAL[written]


@pytest.mark.parametrize(("section", "written", "code", "sentence"), rows("tertulis", "kode", "kalimat"))
def test_a_refused_cell_gets_the_sentence_of_the_page(section, written, code, sentence):
    column, cell = cell_of(written, section)
    sheet = read_sheet(workbook(standard(standard_row(**{column: cell})), formats=["dd/mm/yyyy"]), "a.xlsx")
    assert [(p.code, p.message) for p in read_standard(sheet).problems] == [(code, sentence)]


@pytest.mark.parametrize(("section", "written", "value"), rows("tertulis", "dibaca"))
def test_a_figure_is_read_as_the_page_says(section, written, value):
    cell = text(written.strip("`"))
    sheet = read_sheet(workbook(standard(standard_row(realisasi=cell, target=cell))), "a.xlsx")
    (found,) = read_standard(sheet).rows
    assert (str(found.value), str(found.target_low)) == (value, value)


@pytest.mark.parametrize(
    ("section", "code", "meaning", "spellings"), rows("kode keadaan", "artinya", "dapat ditulis juga")
)
def test_every_state_is_read_by_its_code_and_by_its_words(section, code, meaning, spellings):
    assert {read_state(written) for written in re.findall("`([^`]+)`", code + spellings)} == {code.strip("`")}


def test_the_page_names_every_state():
    listed = [code.strip("`") for _s, code, *_rest in rows("kode keadaan", "artinya", "dapat ditulis juga")]
    assert listed == list(WORDS)


@pytest.mark.parametrize(
    ("section", "code", "meaning", "spellings"), rows("kode baku", "artinya", "dapat ditulis")
)
def test_every_spelling_of_a_period_is_read(section, code, meaning, spellings):
    assert {read_period(written).code for written in re.findall("`([^`]+)`", code + spellings)} == {
        code.strip("`")
    }


def test_the_columns_are_those_of_the_page():
    listed = {name.strip("`"): needed for _s, name, needed, *_rest in rows("kolom", "wajib", "isi", "contoh")}
    assert listed == dict.fromkeys(NEEDED, "ya") | dict.fromkeys(OPTIONAL, "tidak")
    assert tuple(listed) == COLUMNS == TITLES


def refusals():
    """(code, sentence) of every file that is refused as a whole."""
    good = workbook(standard(standard_row()))
    small = [Limits(max_bytes=10), Limits(max_unpacked=10), Limits(max_cells=3), Limits(max_entries=3)]
    texts = [(b'a;b\n"x"y;2\n', "a.csv"), (b"a;b\n\xe9;2\n", "a.csv")]
    files = [(data, name, None) for data, name, _code in CASES.values()]
    files += [(good, "a.xlsx", limits) for limits in small] + [(*file, None) for file in texts]
    for data, name, limits in files:
        with pytest.raises(SheetError) as error:
            read_sheet(data, name, limits)
        yield error.value.code, error.value.message
    doubled = standard_row().replace("</row>", number("2018") + "</row>")
    for sheet in (row("a") + row("1"), row(*TITLES, "tahun") + doubled, row(*TITLES[:6]) + row(*TITLES[:6])):
        for problem in read_standard(read_sheet(workbook(sheet), "a.xlsx")).problems:
            if problem.is_file:
                yield problem.code, problem.message


def test_every_refused_file_is_on_the_page_and_every_sentence_there_is_said():
    """Apart from the endings and contents a file may have, and from limits, which are smaller in the test."""
    varying = r"berakhiran \.\w+, isinya .*?(?=\. Buka)|Berkas (\.\w+|tanpa akhiran nama)|[0-9][0-9.]*"

    def plain(code, sentence):
        return code, re.sub(varying, "#", sentence)

    said = {plain(*refusal) for refusal in refusals()}
    written = {plain(code, sentence) for _section, code, sentence in rows("kode", "kalimat")}
    assert said == written


@pytest.mark.parametrize(
    ("code", "data", "name"),
    [
        ("duplicate_in_file", workbook(standard(standard_row(), standard_row())), "a.xlsx"),
        ("ragged_row", (",".join(TITLES) + "\n15.01,MCP,2018,TAHUNAN,,5,a,b,,,,c\n").encode(), "a.csv"),
    ],
)
def test_a_refused_row_gets_the_sentence_of_the_page(code, data, name):
    (problem,) = read_standard(read_sheet(data, name)).problems
    on_page = {row_code: sentence for _s, _state, row_code, sentence in rows("keadaan", "kode", "kalimat")}
    assert (problem.code, problem.message) == (code, on_page[code])
