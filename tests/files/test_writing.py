"""Writing: the mode of what is written from the start, and what is left of runs that were killed."""

import os
import signal
import stat
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest
from conftest import Run, device

from declparse.files import writing

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and signals of POSIX")
HANGING = """
import os, sys, time
from declparse.files import writing
def hang(*_):
    print("here", flush=True)
    time.sleep(60)
os.replace = hang
writing.write(sys.argv[1], b"new")
"""


@pytest.fixture(autouse=True)
def first_run() -> None:
    """Each test is a run of its own."""
    writing._remove_leftovers.cache_clear()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_bytes(b"old")
    return path


def others(file: Path) -> list[str]:
    return sorted(set(os.listdir(file.parent)) - {file.name})


@posix
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o644, 0o664, 0o660, 0o604, 0o666])
def test_nobody_reads_more_than_before(file: Path, monkeypatch: pytest.MonkeyPatch, mode: int) -> None:
    """The new file never has a bit that the old one has not, and all of its bits before a byte is in it."""
    file.chmod(mode)
    seen: list[tuple[int, int]] = []

    def look(*_: object) -> None:
        found = [(file.parent / name).stat() for name in others(file)]
        seen.extend((stat.S_IMODE(one.st_mode), one.st_size) for one in found)

    def watched(name: str) -> None:
        call = getattr(os, name)

        def watch(*arguments: object, **keywords: object) -> object:
            look()
            result = call(*arguments, **keywords)
            look()
            return result

        monkeypatch.setattr(os, name, watch)

    for name in ("open", "chown", "chmod", "fstat", "fsync", "replace"):
        watched(name)
    before = os.umask(0)
    try:
        writing.write(str(file), b"new")
    finally:
        os.umask(before)
    assert seen
    assert all(not found & ~(mode | 0o600) for found, _ in seen)
    assert all(found == mode for found, size in seen if size)
    assert (file.read_bytes(), stat.S_IMODE(file.stat().st_mode), others(file)) == (b"new", mode, [])


@posix
def test_another_group_gets_no_more_than_everybody(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the group of the file cannot be kept."""

    def forbidden(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "chown", forbidden)
    real = os.stat

    def other_group(path: str) -> os.stat_result:
        found = real(path)
        return os.stat_result([*found[:5], found.st_gid + 1, *found[6:]])

    for mode, expected in ((0o660, 0o600), (0o664, 0o644), (0o640, 0o600), (0o606, 0o606), (0o666, 0o666)):
        file.chmod(mode)
        monkeypatch.setattr(os, "stat", other_group)
        writing.write(str(file), b"new")
        monkeypatch.setattr(os, "stat", real)
        assert stat.S_IMODE(file.stat().st_mode) == expected


@posix
def test_a_new_file_has_the_mode_that_new_files_have(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        writing.write(str(tmp_path / "known.jsonl"), b"{}")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "known.jsonl").stat().st_mode) == 0o640


@posix
def test_the_next_run_removes_what_a_killed_one_left(file: Path) -> None:
    """But nothing of a run that is alive, and nothing else."""
    (file.parent / "b.md.new").write_text("of somebody else")
    runs = [
        subprocess.Popen([sys.executable, "-c", HANGING, str(file)], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    for process in runs:
        assert process.stdout is not None
        assert process.stdout.readline() == "here\n"
    killed, alive = runs
    names = set(others(file))
    assert len(names) == 3
    killed.kill()
    killed.wait()
    writing.write(str(file), b"newer")
    left = others(file)
    assert (len(left), file.read_bytes()) == (2, b"newer")
    assert set(left) < names
    alive.send_signal(signal.SIGINT)
    alive.wait()
    assert others(file) == ["b.md.new"]
    for process in runs:
        if process.stdout is not None:
            process.stdout.close()


@posix
def test_a_killed_run_leaves_the_file_whole_and_fix_tidies_up(run: Run, file: Path, original: str) -> None:
    with subprocess.Popen([sys.executable, "-c", HANGING, str(file)], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.kill()
    assert file.read_bytes() == b"old"
    assert len(others(file)) == 1
    file.write_text(original.replace("Mustafa, Türkiye", "Mustafa, Turkey"), encoding="utf-8")
    assert run("fix", file.name).returncode == 0
    assert others(file) == []


@posix
def test_two_runs_at_a_time_do_not_take_each_others_files(tmp_path: Path) -> None:
    """One that is just made, and not yet locked, may be taken for a leftover; then another one is made."""
    script = """
import sys
from declparse.files import writing
for number in range(150):
    writing._remove_leftovers.cache_clear()
    writing.write(sys.argv[1], b"x" * 100)
"""
    file = tmp_path / "a.md"
    runs = [subprocess.Popen([sys.executable, "-c", script, str(file)], stderr=subprocess.PIPE) for _ in range(4)]
    assert [(process.communicate(timeout=60)[1], process.returncode) for process in runs] == [(b"", 0)] * 4
    assert (file.read_bytes(), others(file)) == (b"x" * 100, [])


def test_names_cannot_be_guessed(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    names = set()
    real = os.replace
    for _ in range(20):

        def replace(new: str, target: str) -> None:
            names.add(new)
            real(new, target)

        monkeypatch.setattr(os, "replace", replace)
        writing.write(str(file), b"new")
    assert len(names) == 20


@posix
@pytest.mark.parametrize("what", ["fifo", "device", "folder"])
@pytest.mark.parametrize("linked", [False, True])
def test_what_is_no_plain_file_is_never_replaced(tmp_path: Path, what: str, linked: bool) -> None:
    target = tmp_path / "target"
    if what == "fifo":
        os.mkfifo(target)
    elif what == "folder":
        target.mkdir()
    else:
        target = device("null", tmp_path)
    path = tmp_path / "link" if linked else target
    if linked:
        path.symlink_to(target)
    before = target.stat()
    for write in (partial(writing.write, str(path), b"x"), partial(writing.rewrite, str(path), b"", b"x")):
        with pytest.raises(OSError, match="regular file" if what != "folder" else "directory|regular file"):
            write()
    assert (target.stat().st_ino, target.stat().st_mode) == (before.st_ino, before.st_mode)
    assert not [name for name in os.listdir(tmp_path) if name.endswith(".new")]


def test_a_long_name_is_no_hindrance(tmp_path: Path) -> None:
    file = tmp_path / ("a" * 250 + ".md")
    writing.write(str(file), b"new")
    assert file.read_bytes() == b"new"


def test_many_files_in_one_folder_take_no_longer(tmp_path: Path) -> None:
    """The folder is searched for leftovers once, not for each file."""
    for number in range(2000):
        (tmp_path / f"{number}.md").write_bytes(b"")
    start = time.process_time()
    for number in range(300):
        writing.write(str(tmp_path / f"{number}.md"), b"new")
    assert time.process_time() - start < 2
