"""What several tests need: the documents, and the program, run in this process or as a user starts it."""

import contextlib
import io
import os
import select
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path

import pytest
from hypothesis import settings

import declparse.cli.run

# Machines are busy: no test fails for one slow example, and none by chance in continuous integration.
settings.register_profile("here", deadline=None, derandomize="CI" in os.environ)
settings.load_profile("here")

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "samples"
TODAY = "2025-07-15"

_DEVICES = {"null": 3, "zero": 5}  # their minor numbers on Linux


def device(name: str, folder: Path) -> Path:
    """Return a device like the one in /dev; one that root, who could replace that, may spoil in a failing test."""
    if sys.platform == "linux" and os.geteuid() == 0:
        with contextlib.suppress(PermissionError):  # in a container that knows better
            os.mknod(folder / name, stat.S_IFCHR | 0o666, os.makedev(1, _DEVICES[name]))
            return folder / name
    return Path("/dev", name)


def sent_to_a_terminal(
    command: list[str], *, cwd: Path, env: dict[str, str], stdin: int | None = None, stdout: int | None = None
) -> tuple[int, str]:
    """Run a program on a pseudo-terminal of POSIX; return its exit code and what it sends there."""
    import pty  # is not there on Windows

    master, terminal = pty.openpty()
    sent = bytearray()
    stdin, stdout = (terminal if stream is None else stream for stream in (stdin, stdout))
    with subprocess.Popen(command, stdin=stdin, stdout=stdout, stderr=terminal, cwd=cwd, env=env) as process:
        # Our end of the terminal stays open to the last: once nobody has it open, what was not yet read may be lost.
        while process.poll() is None:
            sent += _waiting(master, 0.01)
        while rest := _waiting(master, 0):
            sent += rest
    os.close(terminal)
    os.close(master)
    return process.returncode, sent.decode()


def _waiting(terminal: int, seconds: float) -> bytes:
    """Return what comes within a time; nothing if nothing does."""
    return os.read(terminal, 1 << 16) if select.select([terminal], [], [], seconds)[0] else b""


Completed = subprocess.CompletedProcess[str]
Run = Callable[..., Completed]


@pytest.fixture(scope="session")
def original() -> str:
    """Declaration 817, as it was published."""
    return (SAMPLES / "declaration-817.md").read_text(encoding="utf-8")


@pytest.fixture
def start(tmp_path: Path) -> Run:
    """Start the program in an empty folder, as a pipeline does: no terminal, no colours asked for."""

    def start(*arguments: str, text: str | bytes = "", cwd: Path = tmp_path, timeout: float | None = None) -> Completed:
        data = text.encode() if isinstance(text, str) else text
        command = [sys.executable, "-m", "declparse", *arguments]
        done = subprocess.run(command, input=data, capture_output=True, cwd=cwd, timeout=timeout)
        return Completed(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command line like ``start``, but in this process, which takes a fraction of the time.

    What only a process of its own can show is tested with ``start``: the loading of each command, signals, pipes.
    """

    def run(*arguments: str, text: str | bytes = "", cwd: Path = tmp_path) -> Completed:
        _forget_settings()
        data = text.encode() if isinstance(text, str) else text
        stdin, stdout, stderr = (io.TextIOWrapper(io.BytesIO(one), encoding="ascii") for one in (data, b"", b""))
        argv = ["declparse", *arguments]
        with pytest.MonkeyPatch.context() as patch, chdir(cwd):
            for name, value in {"argv": argv, "stdin": stdin, "stdout": stdout, "stderr": stderr}.items():
                patch.setattr(sys, name, value)
            code = declparse.cli.run.run()
        return Completed(argv, code, _written(stdout), _written(stderr))

    return run


def _written(stream: io.TextIOWrapper) -> str:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue().decode()


def _forget_settings() -> None:
    """Empty the caches that would be stale when a test changes its files: a process of its own has none."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("declparse.cli", "declparse.settings")):
            for value in vars(module).values():
                getattr(value, "cache_clear", lambda: None)()
