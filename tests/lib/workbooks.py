"""Workbooks written part by part, so that a test says exactly what stands in the file."""

import io
import zipfile
from xml.sax.saxutils import escape

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

TITLES = (
    "kode_wilayah",
    "kode_indikator",
    "tahun",
    "periode",
    "target",
    "realisasi",
    "sumber",
    "keterangan",
    "per_tanggal",
    "satuan",
    "keadaan",
)


def text(value):
    """A cell of words."""
    return f'<c t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def number(stored, style=0):
    """A number cell holding exactly this text."""
    return f'<c s="{style}"><v>{stored}</v></c>'


EMPTY = "<c/>"


def row(*cells, attributes=""):
    """A row of cells, each given by the functions above or as plain words."""
    return f"<row{attributes}>{''.join(c if c.startswith('<') else text(c) for c in cells)}</row>"


def standard(*rows):
    """The rows of a standard sheet below its titles."""
    return row(*TITLES) + "".join(rows)


def standard_row(**cells):
    """A right row of the standard sheet with the named cells replaced."""
    right = {
        "kode_wilayah": "15.01",
        "kode_indikator": "MCP",
        "tahun": number("2018"),
        "periode": "TAHUNAN",
        "target": EMPTY,
        "realisasi": number("55"),
        "sumber": "Berita",
        "keterangan": EMPTY,
        "per_tanggal": EMPTY,
        "satuan": EMPTY,
        "keadaan": EMPTY,
    }
    return row(*(right | cells).values())


def worksheet(rows, before=""):
    return f'{before}<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'


def workbook(*sheets, formats=(), shared=(), workbook_pr="", parts=None, without=()):
    """A .xlsx from the rows of its sheets (or (name, state, rows)); ``formats`` are the styles 1, 2, …"""
    sheets = [("data", "visible", sheet) if isinstance(sheet, str) else sheet for sheet in sheets]
    rows = [
        (
            f'<sheet name="{escape(name)}" sheetId="{i}" state="{state}" r:id="s{i}"/>',
            _link(f"s{i}", "worksheet", f"worksheets/sheet{i}.xml"),
        )
        for i, (name, state, _rows) in enumerate(sheets, 1)
    ]
    links = "".join(link for _sheet, link in rows)
    links += _link("shared", "sharedStrings", "sharedStrings.xml") + _link(
        "styles", "styles", "/xl/styles.xml"
    )
    content = {
        "[Content_Types].xml": f'<Types><Override ContentType="{SHEET_TYPE}"/></Types>',
        "_rels/.rels": _links(_link("r", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook_pr}<sheets>'
        f"{''.join(sheet for sheet, _link in rows)}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _links(links),
        "xl/styles.xml": _styles(formats),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{"".join(shared)}</sst>',
    }
    for i, (_name, _state, rows) in enumerate(sheets, 1):
        content[f"xl/worksheets/sheet{i}.xml"] = (
            rows if rows.startswith(("<worksheet", "<!", "<?")) else worksheet(rows)
        )
    return zipped({name: body for name, body in (content | (parts or {})).items() if name not in without})


def zipped(parts):
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in parts.items():
            archive.writestr(name, body)
    return out.getvalue()


def _link(identifier, kind, target):
    return f'<Relationship Id="{identifier}" Type="{OFFICE}/{kind}" Target="{target}"/>'


def _links(links):
    return f'<Relationships xmlns="{PACKAGE}/relationships">{links}</Relationships>'


def _styles(formats):
    own = "".join(
        f'<numFmt numFmtId="{200 + i}" formatCode="{escape(code, {chr(34): "&quot;"})}"/>'
        for i, code in enumerate(formats)
    )
    used = "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(formats)))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{own}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{used}</cellXfs></styleSheet>'
    )
