"""What several tests need: the documents, and the program as a user starts it."""

import contextlib
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import settings

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


Run = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def original() -> str:
    """Declaration 817, as it was published."""
    return (SAMPLES / "declaration-817.md").read_text(encoding="utf-8")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Runs the command line in an empty folder, as a pipeline does: no terminal, no colours asked for."""

    def run(
        *arguments: str, text: str | bytes = "", cwd: Path = tmp_path, timeout: float | None = None
    ) -> "subprocess.CompletedProcess[str]":
        data = text.encode() if isinstance(text, str) else text
        command = [sys.executable, "-m", "declparse", *arguments]
        done = subprocess.run(command, input=data, capture_output=True, cwd=cwd, timeout=timeout)
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    return run
