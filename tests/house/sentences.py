"""Every sentence that the code marks for translation, found without GNU gettext."""

import ast
import re

from django.utils.translation.template import templatize

from tests.house.rooms import HOUSE, ROOMS

MARKS = {"_", "gettext", "gettext_lazy", "gettext_noop"}
PLURAL_MARKS = {"ngettext", "ngettext_lazy"}
FOLDERS = [*ROOMS, "rakor", "templates"]
IN_TEMPLATE = re.compile(r"\b(?:n?gettext|_)\(\s*u?(?P<text>'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\")")
LONG_IN_TEMPLATE = re.compile(
    r"\b(?:n?gettext|_)\(\s*u?(?P<quote>'''|\"\"\")(?P<text>.*?)(?P=quote)", re.DOTALL
)


def of_python(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in MARKS | PLURAL_MARKS and node.args and isinstance(node.args[0], ast.Constant):
                yield node.args[0].value


def of_template(text):
    code = templatize(text)
    for found in LONG_IN_TEMPLATE.finditer(code):
        yield found["text"]
    for found in IN_TEMPLATE.finditer(LONG_IN_TEMPLATE.sub("", code)):
        yield ast.literal_eval(found["text"])


def sentences():
    """{msgid: a file it stands in}."""
    found = {}
    for folder in FOLDERS:
        for path in sorted((HOUSE / folder).rglob("*")):
            if path.suffix not in (".py", ".html", ".txt") or "migrations" in path.parts:
                continue
            text = path.read_text(encoding="utf-8")
            for msgid in of_python(text) if path.suffix == ".py" else of_template(text):
                if msgid:
                    found.setdefault(msgid, str(path.relative_to(HOUSE)))
    return found
