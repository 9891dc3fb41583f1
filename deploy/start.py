"""What `make` calls: gets from a bare Python to a running Rakor. Standard library only.

It must be readable by an old Python too, so that an old Python hears a sentence and not a syntax error.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
VENV = Path(os.environ.get("VENV") or HOME / ".venv")
VENV_PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST, NEWEST = (3, 11), (3, 14)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER_COMMAND = "sudo apt-get install chromium"


class Stop(Exception):
    """A reason to stop that is told in one sentence with what to type."""


def check_python():
    """Refuse a Python that the locked libraries do not know, naming a better one where it is at hand."""
    here = sys.version_info[:2]
    if OLDEST <= here <= NEWEST:
        return
    found = [name for name in ("python3.%d" % minor for minor in range(14, 10, -1)) if runs(name)]
    name = found[0] if found else "python3.12"
    command = "make run PYTHON=" + name
    if not found:
        command = "sudo apt install python3.12 python3.12-venv && " + command
    raise Stop(
        "Rakor memerlukan Python 3.11 sampai 3.14, yang ini %d.%d. Ketik: %s "
        "(Python 3.11 to 3.14 is needed)." % (here[0], here[1], command)
    )


def call(command, **how):
    """Run a command; its exit code. Ctrl-C, which the command gets too, waits until it has tidied up."""
    process = subprocess.Popen(command, **how)
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.wait()
        raise


def runs(name):
    """Whether a command by this name exists and starts; version managers leave names that do not."""
    if not shutil.which(name):
        return False
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return call([name, "-c", "import ensurepip"], **quiet) == 0


def make_venv():
    """Create `.venv`, or make it anew where its Python has gone or is too old."""
    probe = "import sys; sys.exit(not %r <= sys.version_info[:2] <= %r)" % (OLDEST, NEWEST)
    if VENV_PYTHON.exists() and call([str(VENV_PYTHON), "-c", probe]) == 0:
        return
    try:
        import ensurepip  # noqa: F401  Debian packs it apart
        import venv
    except ImportError:
        raise Stop(
            "Modul venv belum ada. Ketik: sudo apt install python%d.%d-venv, lalu ulangi perintah ini "
            "(Python's venv module is missing)." % sys.version_info[:2]
        ) from None
    say("Membuat lingkungan Python di %s ..." % VENV)
    venv.create(str(VENV), clear=True, with_pip=True)


def install(lock):
    """Install the locked libraries, only when the lock file is another one than last time."""
    make_venv()
    digest = hashlib.sha256((HOME / lock).read_bytes()).hexdigest()
    stamp = VENV / (".installed-" + lock)
    if stamp.exists() and stamp.read_text() == digest:
        return
    say("Memasang pustaka dari %s; hanya sekali, sekitar satu menit ..." % lock)
    pip = [
        str(VENV_PYTHON),
        "-m",
        "pip",
        "install",
        "--quiet",
        "--disable-pip-version-check",
        "--require-hashes",
    ]
    if call(pip + ["-r", str(HOME / lock)]) != 0:
        raise Stop(
            "Pustaka gagal dipasang; sebabnya di atas. Periksa sambungan ke PyPI (atau PIP_INDEX_URL), lalu "
            "ketik lagi: make run (the libraries could not be installed)."
        )
    stamp.write_text(digest)


def hand_over(*command):
    """Let the virtual environment's Python take this process's place, so that Ctrl-C reaches it alone."""
    arguments = [str(VENV_PYTHON)] + list(command)
    if os.name == "nt":
        sys.exit(call(arguments, cwd=str(HOME)))
    os.chdir(str(HOME))
    os.execv(arguments[0], arguments)


def tool(*command, **variables):
    """Run a module of the virtual environment from the project's folder; its exit code."""
    environment = dict(os.environ, **variables)
    return call([str(VENV_PYTHON), "-m"] + list(command), cwd=str(HOME), env=environment)


def find_browser():
    """Chromium for the browser tests: what CHROMIUM names, what is installed, or what apt can install now."""
    named = os.environ.get("CHROMIUM")
    for name in [named] if named else BROWSERS:
        if shutil.which(name):
            return shutil.which(name)
    if named or not shutil.which("apt-get") or os.name == "nt" or os.geteuid() != 0:
        return None
    say("Memasang Chromium untuk uji peramban ...")
    quiet = {"stdout": subprocess.DEVNULL, "env": dict(os.environ, DEBIAN_FRONTEND="noninteractive")}
    call(["apt-get", "update", "-qq"], **quiet)
    call(["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"], **quiet)
    return shutil.which("chromium")


def all_cores():
    """pytest on every core: neighbours stay together, and who is done first takes over from the others."""
    return ["pytest", "-n", str(os.cpu_count() or 2), "--dist", "worksteal"]


def run_tests():
    """The whole suite: both databases without a browser, then the browser's part; one failure fails all."""
    install("requirements-dev.txt")
    browser = find_browser()
    without_browser = all_cores() + ["-m", "not browser"]
    failed = []
    if tool(*without_browser, TEST_DATABASE="sqlite"):
        failed.append("SQLite")
    if tool(*without_browser, TEST_DATABASE="postgresql"):
        failed.append("PostgreSQL")
    if browser is None:
        failed.append("peramban")
        say("Chromium belum ada, uji peramban tidak dijalankan. Ketik: " + BROWSER_COMMAND)
    elif tool(*all_cores(), "-m", "browser", TEST_DATABASE="sqlite", CHROMIUM=browser):
        failed.append("peramban")
    if failed:
        raise Stop("Gagal: %s." % ", ".join(failed))


def run_fast_tests():
    """The inner loop: no browser, nothing slow, a tenth of the random cases."""
    install("requirements-dev.txt")
    quick = ["-m", "not browser and not slow", "-p", "no:playwright", "--hypothesis-profile", "quick"]
    sys.exit(tool(*all_cores(), *quick, TEST_DATABASE="sqlite"))


def lint():
    install("requirements-dev.txt")
    sys.exit(tool("ruff", "check", ".") or tool("ruff", "format", "--check", "."))


def lock():
    """Pin everything for every system and Python 3.11 to 3.14, with hashes, no index address."""
    install("requirements-dev.txt")
    options = ["--universal", "--python-version", "3.11", "--generate-hashes", "--strip-extras", "--quiet"]
    options += ["--no-emit-index-url", "--no-emit-find-links", "--custom-compile-command", "make lock"]
    for name in ("requirements", "requirements-dev"):
        if tool("uv", "pip", "compile", *options, "--output-file", name + ".txt", name + ".in"):
            raise Stop("%s.in gagal dikunci; sebabnya di atas." % name)


def serve(command):
    install("requirements.txt")
    hand_over("-m", "deploy.serve", command)


def bench():
    install("requirements-dev.txt")
    sys.exit(tool("bench"))


COMMANDS = {
    "run": lambda: serve("run"),
    "prepare": lambda: serve("prepare"),
    "reset-demo": lambda: serve("reset-demo"),
    "secret-key": lambda: serve("secret-key"),
    "test": run_tests,
    "test-fast": run_fast_tests,
    "bench": bench,
    "lint": lint,
    "lock": lock,
}


def say(text):
    print(text, file=sys.stderr, flush=True)


def main():
    name = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        if name not in COMMANDS:
            raise Stop("Perintah: python deploy/start.py %s" % " | ".join(COMMANDS))
        check_python()
        COMMANDS[name]()
    except Stop as reason:
        say(str(reason))
        sys.exit(2)
    except KeyboardInterrupt:
        say("")
        sys.exit(130)


if __name__ == "__main__":
    main()
