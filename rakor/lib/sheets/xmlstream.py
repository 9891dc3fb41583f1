"""One pass over an XML part without building a tree.

A DOCTYPE ends it, so no entity is ever defined, let alone expanded.
"""

from collections.abc import Callable, Iterable
from xml.parsers import expat

from django.utils.translation import gettext as _

from rakor.lib.sheets.problems import SheetError, corrupt, file_refused

# Workbooks come in two dialects (transitional, strict); relationships have a vocabulary of their own.
_NAMESPACES = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/relationships",
)

# What no workbook reaches but a small packed file can hold millions of: an open element, a name and an
# attribute take the parser some hundred bytes each.
DEEPEST = 64
MOST_NAMES = 1_000
LONGEST_TAG = 2 * 1024 * 1024

Start = Callable[[str, dict], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def local_name(name: str, namespaces: tuple[str, ...] = _NAMESPACES) -> str:
    """The name of an element of ours without its namespace; "" for other vocabularies, which are skipped."""
    namespace, _brace, local = name.rpartition("}")
    return local if namespace in namespaces else ""


def stream(chunks: Iterable[bytes], start: Start, end: End | None = None, text: Text | None = None) -> None:
    """Feed a parser that calls back by local name. Raises SheetError ``xml_entity`` or ``corrupt``."""
    known: dict[str, str] = {}
    depth = 0

    def on_start(name, attributes):
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise corrupt()
        if (local := known.get(name)) is None:
            local = known[name] = local_name(name)
            if len(known) > MOST_NAMES:
                raise corrupt()
        if local:
            start(local, attributes)

    def on_end(name):
        nonlocal depth
        depth -= 1
        if end and (local := known[name]):
            end(local)

    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = on_start
    parser.EndElementHandler = on_end
    if text:
        parser.CharacterDataHandler = text
    given = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            given += len(chunk)
            if given - parser.CurrentByteIndex > LONGEST_TAG:
                raise corrupt()
        parser.Parse(b"", True)
    except SheetError:
        raise
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise corrupt() from error


def _refuse_doctype(*_declaration):
    raise file_refused(
        "xml_entity",
        _("Berkas memuat deklarasi XML yang tidak dipakai Excel. Salin tabelnya ke berkas baru."),
    )
