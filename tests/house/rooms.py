"""The order of the rooms, and how their files are found."""

import ast
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]

# An app imports only from those after it; rakor.lib is under all and imports none.
ROOMS = ["dashboard", "evaluations", "meetings", "programs", "regions", "records", "accounts"]


def sources(room):
    """Every Python file of a room, migrations left out."""
    return [path for path in sorted((HOUSE / room).rglob("*.py")) if "migrations" not in path.parts]


def imported(path):
    """(line, absolute module) of everything a file imports, at its head or inside a function."""
    package = list(path.relative_to(HOUSE).parent.parts)
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else []
            yield node.lineno, ".".join([*base, *([node.module] if node.module else [])])
