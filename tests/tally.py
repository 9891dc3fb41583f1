"""What the whole suite counted: said once at the end of a run, over all workers.

The figures that docs and notes quote: how much the witness watched, how many cells the matrix asked.
"""

from collections import Counter

import pytest

COUNTED = Counter()


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node):
    """A worker of pytest-xdist is done: add what it counted."""
    COUNTED.update(getattr(node, "workeroutput", {}).get("counted", {}))


def pytest_sessionfinish(session):
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["counted"] = dict(COUNTED)


def pytest_terminal_summary(terminalreporter):
    for what, number in sorted(COUNTED.items()):
        terminalreporter.write_line(f"{what}: {number}")
