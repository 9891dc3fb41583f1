"""Reading .xlsx: the parts around the sheets. The cells themselves are read in ``worksheet.py``."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from rakor.lib.sheets.cells import Grid
from rakor.lib.sheets.limits import Limits
from rakor.lib.sheets.numberformats import built_in_format
from rakor.lib.sheets.package import Package, resolve
from rakor.lib.sheets.problems import corrupt, file_refused, unsupported
from rakor.lib.sheets.worksheet import WorksheetReader
from rakor.lib.sheets.xmlstream import stream


@dataclass(slots=True)
class Workbook:
    """What cells need to be understood: shared texts, number formats by style, where day counting starts."""

    sheets: list[tuple[str, bool, str]] = field(default_factory=list)
    shared_texts: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    from_1904: bool = False


def read_grids(data: bytes, limits: Limits) -> list[Grid]:
    """All worksheets of a workbook with content, hidden ones marked. Raises SheetError."""
    package = Package(data, limits)
    _refuse_other_kinds(package)
    main = next(
        iter(_relationships(package, "_rels/.rels", "", "officeDocument").values()), "xl/workbook.xml"
    )
    if main not in package:
        raise corrupt()
    rels = resolve(main, f"_rels/{main.rpartition('/')[2]}.rels")
    workbook = _read_workbook(package, main, _relationships(package, rels, main, "worksheet"))
    for path in _relationships(package, rels, main, "sharedStrings").values():
        workbook.shared_texts = _read_shared_texts(package, path)
    for path in _relationships(package, rels, main, "styles").values():
        workbook.formats = _read_formats(package, path)
    grids = []
    allowance = limits.max_cells
    for name, is_hidden, path in workbook.sheets:
        reader = WorksheetReader(workbook, limits, allowance)
        stream(package.chunks(path), reader.start, reader.end, reader.text)
        allowance -= reader.cell_count
        if reader.rows:
            grids.append(Grid(name, reader.rows, is_hidden))
    return grids


def _refuse_other_kinds(package: Package) -> None:
    """Refuse by content, whatever the file is called: macros, and other things that are zips inside."""
    names = package.names
    if any(name.endswith("vbaproject.bin") or "/macrosheets/" in name for name in names):
        raise _has_macros()
    if "[content_types].xml" not in names:
        if "mimetype" in names and "content.xml" in names:
            raise unsupported(".ods")
        raise _not_a_workbook()
    if any(name.endswith("workbook.bin") for name in names):
        raise unsupported(".xlsb")
    if b"macroenabled" in b"".join(package.chunks("[Content_Types].xml")).lower():
        raise _has_macros()
    if not any(name.startswith("xl/") for name in names):
        raise _not_a_workbook()


def _relationships(package: Package, part: str, base: str, kind: str) -> dict[str, str]:
    """The parts of one kind that ``base`` points to, by relationship id; links outside are not followed."""
    found = {}

    def start(name, attributes):
        if name != "Relationship" or attributes.get("TargetMode") == "External":
            return
        if attributes.get("Type", "").endswith(f"/{kind}"):
            found[attributes["Id"]] = resolve(base, attributes["Target"])

    if part in package:
        stream(package.chunks(part), start)
    return found


def _read_workbook(package: Package, main: str, paths: dict[str, str]) -> Workbook:
    workbook = Workbook()

    def start(name, attributes):
        if name == "workbookPr":
            workbook.from_1904 = attributes.get("date1904") in ("1", "true")
        elif name == "sheet":
            link = next((value for key, value in attributes.items() if key.endswith("}id")), "")
            if link in paths:  # a chart sheet has no cells
                is_hidden = attributes.get("state", "visible") != "visible"
                workbook.sheets.append((attributes["name"], is_hidden, paths[link]))

    stream(package.chunks(main), start)
    return workbook


def _read_shared_texts(package: Package, path: str) -> list[str]:
    """The texts cells point to by number. Reading aids for East Asian scripts (``rPh``) are left out."""
    texts: list[str] = []
    parts: list[str] = []
    state = {"in_text": False, "in_aid": False}

    def start(name, _attributes):
        if name == "si":
            parts.clear()
        elif name == "rPh":
            state["in_aid"] = True
        elif name == "t":
            state["in_text"] = not state["in_aid"]

    def end(name):
        if name == "si":
            texts.append("".join(parts))
        elif name == "rPh":
            state["in_aid"] = False
        elif name == "t":
            state["in_text"] = False

    def text(data):
        if state["in_text"]:
            parts.append(data)

    stream(package.chunks(path), start, end, text)
    return texts


def _read_formats(package: Package, path: str) -> list[str]:
    """The number format code of each cell style, in the order cells refer to them."""
    own: dict[int, str] = {}
    styles: list[int] = []
    state = {"in_cell_styles": False}

    def start(name, attributes):
        if name == "numFmt":
            own[int(attributes["numFmtId"])] = attributes["formatCode"]
        elif name == "cellXfs":
            state["in_cell_styles"] = True
        elif name == "xf" and state["in_cell_styles"]:
            styles.append(int(attributes.get("numFmtId", 0)))

    def end(name):
        if name == "cellXfs":
            state["in_cell_styles"] = False

    stream(package.chunks(path), start, end)
    return [own.get(number) or built_in_format(number) for number in styles]


def _has_macros():
    return file_refused(
        "macro_not_allowed", _("Berkas memuat makro. Simpan sebagai .xlsx tanpa makro, lalu unggah lagi.")
    )


def _not_a_workbook():
    message = _("Isi berkas bukan buku kerja Excel. Buka di Excel, simpan sebagai .xlsx, lalu unggah lagi.")
    return file_refused("content_mismatch", message)
