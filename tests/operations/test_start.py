"""deploy/start.py: each obstacle ends in one sentence with a command, never in a traceback."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deploy import start

HOME = Path(__file__).resolve().parents[2]


def surroundings(tmp_path, **variables):
    """Nothing of this machine but PATH; a var folder of the test's own."""
    own = {"PATH": os.environ["PATH"], "VAR_DIR": str(tmp_path / "var"), "ENV_FILE": os.devnull}
    return own | {"PYTHONDONTWRITEBYTECODE": "1"} | variables


def said_by(*command, **variables):
    """Run a Python command that must refuse; gives its one line."""
    done = subprocess.run(
        [sys.executable, *command], cwd=HOME, env=variables, capture_output=True, text=True, timeout=120
    )
    lines = done.stderr.strip().splitlines()

    assert done.returncode == 2, done.stderr
    assert len(lines) == 1, done.stderr
    return lines[0]


def said_by_serve(tmp_path, **variables):
    return said_by("-m", "deploy.serve", "run", **surroundings(tmp_path, **variables))


@pytest.mark.parametrize("version", [(3, 6, 15), (3, 10, 13), (3, 15, 0)])
def test_python_that_does_not_fit(tmp_path, version):
    pretend = f"import runpy, sys; sys.argv = ['start.py', 'run']; sys.version_info = {version}; "
    pretend += "runpy.run_path('deploy/start.py', run_name='__main__')"

    said = said_by("-c", pretend, **surroundings(tmp_path, VENV=str(tmp_path / "venv")))

    assert f"yang ini {version[0]}.{version[1]}" in said
    assert "Ketik:" in said
    assert "make run PYTHON=python3.1" in said
    assert not (tmp_path / "venv").exists()


def test_start_is_readable_by_old_pythons():
    """An old Python must get as far as the sentence: no syntax younger than 3.6."""
    import ast

    ast.parse((HOME / "deploy" / "start.py").read_text(), feature_version=(3, 6))


def test_venv_module_missing(tmp_path):
    (tmp_path / "ensurepip.py").write_text("raise ImportError('packed apart by Debian')\n")

    said = said_by(
        "deploy/start.py",
        "run",
        **surroundings(tmp_path, VENV=str(tmp_path / "venv"), PYTHONPATH=str(tmp_path)),
    )

    assert f"sudo apt install python3.{sys.version_info[1]}-venv" in said


@pytest.mark.slow
def test_registry_out_of_reach(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(start, "make_venv", lambda: None)
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "VENV_PYTHON", Path(sys.executable))
    monkeypatch.setattr(start, "HOME", tmp_path)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", "")
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    (tmp_path / "requirements.txt").write_text(f"no-such-library==1 --hash=sha256:{'0' * 64}\n")

    with pytest.raises(start.Stop, match="Periksa sambungan ke PyPI.*make run"):
        start.install("requirements.txt")

    assert not (tmp_path / ".installed-requirements.txt").exists()


def test_libraries_are_installed_only_when_the_lock_changed(tmp_path, monkeypatch):
    calls = []
    monkeypatch.setattr(start, "make_venv", lambda: None)
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "HOME", tmp_path)
    monkeypatch.setattr(start, "call", lambda command, **more: calls.append(command) or 0)
    lock = tmp_path / "requirements.txt"

    lock.write_text("a==1")
    start.install("requirements.txt")
    start.install("requirements.txt")
    assert len(calls) == 1

    lock.write_text("a==2")
    start.install("requirements.txt")
    assert len(calls) == 2
    assert "--require-hashes" in calls[0]


def test_port_taken(tmp_path):
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        port = str(holder.getsockname()[1])

        said = said_by_serve(tmp_path, PORT=port)

    assert f"Port {port} di 127.0.0.1 sudah dipakai" in said
    assert "Ketik: make run PORT=" in said


@pytest.mark.slow
def test_database_unreachable(tmp_path):
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, but not listening: nothing else can answer there
        port = nobody.getsockname()[1]

        said = said_by_serve(
            tmp_path, PORT=str(free_port()), DATABASE_URL=f"postgresql://ani:rahasia@127.0.0.1:{port}/rakor"
        )

    assert "Basis data tidak dapat dipakai" in said
    assert "sudo systemctl start postgresql" in said
    assert "rahasia" not in said


@pytest.mark.slow
@pytest.mark.parametrize(
    ("variables", "words"),
    [
        ({"HOST": "0.0.0.0"}, "make run DEMO=0 HOST=0.0.0.0 SITE_URL=https://"),
        ({"HOST": "0.0.0.0", "DEMO": "0"}, "perlu https"),
        ({"HOST": "bukan alamat"}, "make run HOST=127.0.0.1"),
        ({"PORT": "delapan"}, "make run PORT=8000"),
        ({"PORT": "70000"}, "make run PORT=8000"),
        ({"SITE_URL": "http://rakor.contoh.go.id", "DEMO": "0"}, "SITE_URL=https://rakor.contoh.go.id"),
        ({"SITE_URL": "https://rakor.contoh.go.id"}, "make run DEMO=0"),
        ({"DATABASE_URL": "mysql://ani@db/rakor"}, "DATABASE_URL=postgresql://"),
        ({"TIME_ZONE": "Asia/Jambi"}, "Asia/Jakarta"),
    ],
)
def test_wrong_variable(tmp_path, variables, words):
    assert words in said_by_serve(tmp_path, **variables)


def test_unknown_command_lists_the_known_ones(tmp_path):
    assert "run | prepare | reset-demo" in said_by("deploy/start.py", "jalan", **surroundings(tmp_path))


def test_key_is_made_once_and_for_this_user_only(tmp_path):
    from deploy.doorstep import make_key

    make_key(tmp_path / "var", "secret-key")
    stored = tmp_path / "var" / "secret-key"
    first = stored.read_text()
    make_key(tmp_path / "var", "secret-key")

    assert len(first) >= 50
    assert stored.read_text() == first
    assert stored.stat().st_mode & 0o777 == 0o600


def test_missing_chromium_fails_the_suite_after_the_rest_ran(monkeypatch, capsys):
    runs = []
    monkeypatch.setattr(start, "install", lambda lock: None)
    monkeypatch.setattr(start, "find_browser", lambda: None)
    monkeypatch.setattr(
        start, "tool", lambda *command, **variables: runs.append(variables["TEST_DATABASE"]) or 0
    )

    with pytest.raises(start.Stop, match="Gagal: peramban"):
        start.run_tests()

    assert runs == ["sqlite", "postgresql"]
    assert start.BROWSER_COMMAND in capsys.readouterr().err


def test_one_red_run_fails_the_suite_but_stops_nothing(monkeypatch):
    runs = []

    def tool(*command, **variables):
        runs.append(variables["TEST_DATABASE"])
        return 1 if len(runs) == 1 else 0

    monkeypatch.setattr(start, "install", lambda lock: None)
    monkeypatch.setattr(start, "find_browser", lambda: "/usr/bin/chromium")
    monkeypatch.setattr(start, "tool", tool)

    with pytest.raises(start.Stop, match="Gagal: SQLite"):
        start.run_tests()

    assert runs == ["sqlite", "postgresql", "sqlite"]


def test_ctrl_c_waits_for_what_runs(tmp_path):
    """Killed at once, the test runner would leave its PostgreSQL behind."""
    child = tmp_path / "child.py"
    child.write_text(
        "import pathlib, signal, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "here = pathlib.Path(__file__).parent\n"
        "try:\n"
        "    (here / 'began').touch()\n"
        "    time.sleep(60)\n"
        "except KeyboardInterrupt:\n"
        "    time.sleep(1)\n"
        "    (here / 'tidied').touch()\n"
    )
    # A suite started in the background ignores Ctrl-C, and its children would inherit that.
    parent = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
        f"from deploy import start; start.call([sys.executable, {str(child)!r}])"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", parent], cwd=HOME, start_new_session=True, stderr=subprocess.DEVNULL
    )
    while not (tmp_path / "began").exists():
        assert process.poll() is None
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    process.wait(30)

    assert (tmp_path / "tidied").exists()


def free_port():
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return trial.getsockname()[1]
