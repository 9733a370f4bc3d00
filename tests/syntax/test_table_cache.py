"""What is kept for the next run: used where it can be trusted, else done without, and never a danger."""

import os
import random
import shutil
import stat
import subprocess
import sys
import time
import zipapp
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES, TODAY, device

from declparse.syntax import grammars, table_cache
from declparse.syntax.tables import STARTS, from_text, to_text

GOOD = SAMPLES / "declaration-817.md"
CHECK = ["check", str(GOOD), "--output-format", "concise", "--today", TODAY]
posix = pytest.mark.skipif(sys.platform == "win32", reason="owners, modes and special files of POSIX")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what is kept, which is not there yet."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    return tmp_path / ("Library/Caches/declparse" if sys.platform == "darwin" else "declparse")


@pytest.fixture
def filled(folder: Path) -> Path:
    """The same, with the tables of all grammars."""
    for name in STARTS:
        grammars.tables(name)
    return folder


def entry(folder: Path, name: str = "print") -> Path:
    (found,) = folder.glob(f"{name}-*")
    return found


def checks_well() -> bool:
    """Whether a new process finds nothing wrong in a good text, and does not wait for anything."""
    done = subprocess.run([sys.executable, "-m", "declparse", *CHECK], capture_output=True, timeout=30)
    return (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_what_is_kept_is_what_was_made(filled: Path) -> None:
    for name in STARTS:
        made = grammars.tables(name)
        assert from_text(to_text(made)) == made
        assert table_cache.read(name, grammars._key()) == to_text(made)
    assert {path.suffix for path in filled.iterdir()} == {".json"}


def test_no_flipped_bit_changes_what_is_read(filled: Path) -> None:
    """A digest guards each entry; without it one flip in ten gave wrong findings."""
    chance = random.Random(1)
    for name in STARTS:
        path, whole = entry(filled, name), grammars.tables(name)
        data = path.read_bytes()
        for _ in range(250):
            place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
            path.write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
            assert table_cache.read(name, grammars._key()) is None
        for length in (0, 1, 64, 65, len(data) - 1):
            path.write_bytes(data[:length])
            assert table_cache.read(name, grammars._key()) is None
        assert grammars.tables(name) == whole
        assert path.read_bytes() == data  # it was made anew


def test_something_else_with_a_right_digest_is_made_anew(filled: Path) -> None:
    made = grammars.tables("print")
    for text in ("", "[]", "7", '{"a": 1}', "[[], [], 1, 2, 3]", '[[], [{"A": -5}], {}, 1, 2, {}, ""]', "\ud800"):
        path = entry(filled)
        data = text.encode("utf-8", "surrogatepass")
        path.write_bytes(table_cache.digest(data) + b"\n" + data)
        assert grammars.tables("print") == made


def test_nothing_that_is_kept_is_run(folder: Path, tmp_path: Path) -> None:
    """Not even a pickle under every name that a former version may have used."""
    planted = f"cos\nsystem\n(S'touch {tmp_path / 'ran'}'\ntR.".encode()
    folder.mkdir(mode=0o700, parents=True)
    for name in STARTS:
        for ending in (".json", ".pickle"):
            (folder / f"{name}-{grammars._key()}{ending}").write_bytes(planted)
    assert checks_well()
    assert not (tmp_path / "ran").exists()


@posix
def test_what_is_no_regular_file_is_neither_read_nor_waited_for_nor_replaced(filled: Path, tmp_path: Path) -> None:
    elsewhere, zero = tmp_path / "elsewhere", device("zero", tmp_path)
    path = entry(filled)
    shutil.copy(path, elsewhere)
    plants: list[Callable[[], object]] = [
        lambda: os.mkfifo(path),
        lambda: path.symlink_to(zero),
        lambda: path.symlink_to(elsewhere),
        lambda: path.mkdir(),
    ]
    for plant in plants:
        path.unlink()
        plant()
        before = os.lstat(path)
        assert checks_well()
        after = os.lstat(path)
        assert (before.st_ino, before.st_mode) == (after.st_ino, after.st_mode)
    assert stat.S_ISCHR(os.stat(zero).st_mode)
    assert elsewhere.is_file()


@posix
def test_only_what_nobody_else_can_write_to_is_used(filled: Path, tmp_path: Path) -> None:
    key = grammars._key()
    for path in (filled, entry(filled)):
        mode = path.stat().st_mode
        for others in (0o020, 0o002):
            path.chmod(mode | others)
            assert table_cache.read("print", key) is None
        path.chmod(mode)
        assert table_cache.read("print", key) is not None
    filled.chmod(0o777)
    table_cache.write("print", "other", "text")
    assert not (filled / "print-other.json").exists()


@posix
def test_only_what_belongs_to_the_user_is_used(filled: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who is not root cannot give files away: another user looks at them."""
    key, own = grammars._key(), os.geteuid()
    monkeypatch.setattr(os, "geteuid", lambda: own + 1)
    with pytest.raises(OSError, match="not a regular file of the user"):
        table_cache._read(str(entry(filled)))
    assert table_cache.read("print", key) is None
    table_cache.write("print", "other", "text")
    assert not (filled / "print-other.json").exists()


def test_entries_for_other_keys_are_removed(filled: Path) -> None:
    old = [filled / "print-0123.json", filled / "print-0123.pickle", filled / "print-0123.json.ab.new"]
    for path in old:
        path.write_text("old")
    os.utime(old[-1], (0, time.time() - 3600))
    others = [filled / "print-0123.json.cd.new", filled / "notes.txt", filled / "fields-0123.json"]
    for path in others:
        path.write_text("of somebody else, or of a run that is not done yet")
    table_cache.write("print", "new", "text")
    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in others)
    assert table_cache.read("print", "new") == "text"
    assert table_cache.read("print", grammars._key()) is None


def test_the_key_is_of_grammar_and_lark_and_form(monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {grammars._key.__wrapped__()}
    texts = grammars.texts()
    for name in texts:
        monkeypatch.setattr(grammars, "texts", lambda name=name: texts | {name: texts[name] + "\n"})
        keys.add(grammars._key.__wrapped__())
    monkeypatch.setattr(grammars, "texts", lambda: texts)
    monkeypatch.setattr(grammars, "_FORM", grammars._FORM + 1)
    keys.add(grammars._key.__wrapped__())
    monkeypatch.setattr(grammars, "_lark_version", lambda: "1.2.99")
    keys.add(grammars._key.__wrapped__())
    assert len(keys) == len(texts) + 3


def test_a_folder_that_cannot_be_made_changes_nothing(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file")
    assert checks_well()


@posix
def test_a_folder_that_is_made_is_the_users_alone(filled: Path) -> None:
    assert stat.S_IMODE(filled.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in filled.iterdir()} == {0o600}


@pytest.fixture
def libraries() -> list[Path]:
    """The run-time libraries, which a zip file needs, too."""
    names = ("click", "lark", "rich", "pathspec", "markdown_it", "mdurl", "pygments")
    return [Path(spec.origin).parent for name in names if (spec := find_spec(name)) and spec.origin]


def test_a_zip_file(folder: Path, tmp_path: Path, libraries: list[Path]) -> None:
    """The grammar is read out of the zip file, and the tables are kept."""
    content = tmp_path / "content"
    for package in (ROOT / "declparse", *libraries):
        shutil.copytree(package, content / package.name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "grammar", content / "declparse" / "grammar", ignore=shutil.ignore_patterns("__pycache__"))
    zipapp.create_archive(content, tmp_path / "declparse.pyz", main="declparse.__main__:main")
    shutil.rmtree(content)
    for _ in range(2):
        command = [sys.executable, "-I", "-S", str(tmp_path / "declparse.pyz"), *CHECK]
        done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert {path.name.partition("-")[0] for path in folder.glob("*.json")} == {"fields", "print", "shapes"}


def test_a_checkout_that_is_not_installed(folder: Path, tmp_path: Path) -> None:
    for name in ("declparse", "grammar"):
        shutil.copytree(ROOT / name, tmp_path / "checkout" / name, ignore=shutil.ignore_patterns("__pycache__"))
    code = "import declparse, sys; print(declparse.__file__, declparse.parse(open(sys.argv[1]).read()).total.value)"
    command = [sys.executable, "-c", code, str(GOOD)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path / "checkout", check=True)
    assert done.stdout.split() == [str(tmp_path / "checkout/declparse/__init__.py"), "23"]
    assert {path.name.partition("-")[0] for path in folder.glob("*.json")} == {"fields", "print", "shapes"}


def test_no_version_of_lark_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a program that PyInstaller made: Lark says it itself."""
    import lark

    monkeypatch.setattr(grammars, "find_spec", lambda name: None)
    assert grammars._lark_version() == lark.__version__
