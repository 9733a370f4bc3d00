"""Which files are looked at: excludes, names that are not UTF-8, what is no plain file, what cannot be read yet."""

import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY, Run, device
from hypothesis import given
from hypothesis import strategies as st

from declparse import baseline, pipeline, source
from declparse.files.folders import files_of

posix = pytest.mark.skipif(sys.platform == "win32", reason="names and files of POSIX")
FILES = ("a.md", "a.txt", "keep.txt", "x.md", "y.md")
CONCISE = ["--today", TODAY, "--output-format", "concise"]
TURKEY = ("Mustafa, Türkiye", "Mustafa, Turkey")


@pytest.fixture
def faulty(original: str) -> str:
    """Declaration 817 with a fault that is mended for sure, one that never is, and another layout."""
    return original.replace(*TURKEY).replace("Total = 23", "Total = 22").replace("\n\n\n\n", "\n\n")


@pytest.fixture
def folder(tmp_path: Path, faulty: str) -> Path:
    """A folder with a draft, an old text, and settings that exclude the old one in earnest."""
    (tmp_path / "old").mkdir()
    for name in ("draft.md", "old/a.md"):
        (tmp_path / name).write_text(faulty, encoding="utf-8")
    (tmp_path / "declparse.toml").write_text('exclude = ["old/"]\nforce-exclude = true\n')
    return tmp_path


def converted(output: str) -> list[str]:
    """The paths of what was converted."""
    found = json.loads(output)
    return [one["source"]["path"] for one in (found if isinstance(found, list) else [found])]


# What is excluded


def test_convert_chooses_files_as_check_does(run: Run, folder: Path) -> None:
    (folder / "letter.md").write_text("A letter.\n")
    assert converted(run("convert", ".", "--quiet").stdout) == ["draft.md"]
    assert converted(run("convert", ".", "--no-config").stdout) == ["draft.md", "old/a.md"]
    assert converted(run("convert", ".", "--no-config", "--exclude", "./draft.md").stdout) == ["old/a.md"]
    (folder / "other.toml").write_text('exclude = ["draft.md"]\nlang = "fr"\n')
    french = run("convert", ".", "--config", "other.toml")
    assert converted(french.stdout) == ["old/a.md"]
    assert french.stderr == "declparse: 1 fichier sans trace de déclaration écarté\n"
    assert run("convert", ".", "--config", "other.toml", "--quiet").stderr == ""
    assert run("convert", "old/a.md", "--no-config", "--force-exclude", "--exclude", "old").stdout == "[]\n"
    assert converted(run("convert", "letter.md", "draft.md").stdout) == ["draft.md", "letter.md"]
    assert converted(run("convert", "letter.md", "draft.md", "--only-declarations").stdout) == ["draft.md"]
    (folder / "declparse.toml").write_text("selct = []")
    assert run("convert", "draft.md").returncode == 2


@pytest.mark.parametrize("command", ["check", "convert", "fix", "format"])
def test_a_named_file_that_is_excluded_is_told(run: Run, folder: Path, faulty: str, command: str) -> None:
    """As a hook names it: where no file is left the work is done."""
    nothing = {"convert": "[]\n"}.get(command, "")
    done = run(command, "old/a.md")
    told = "declparse: old/a.md: not looked at, since it is excluded\n"
    assert (done.returncode, done.stdout, done.stderr.replace(told, "", 1)) == (0, nothing, "")
    assert told in done.stderr
    assert run(command, "old/a.md", "--quiet").stderr == ""
    assert "old/a.md\u00a0: non examiné, puisqu’il est exclu" in run(command, "old/a.md", "--lang", "fr").stderr
    assert (folder / "old" / "a.md").read_text(encoding="utf-8") == faulty
    hook = run(command, ".", "--only-declarations", "--exclude", "*.md")
    assert (hook.returncode, hook.stdout, hook.stderr) == (0, nothing, "")
    assert run(command, ".", "--exclude", "*.md").returncode == 2


@pytest.mark.parametrize("command", ["show", "compare"])
def test_what_cannot_be_shown_or_compared_is_not_done(run: Run, folder: Path, command: str) -> None:
    paths = ["old/a.md"] if command == "show" else ["draft.md", "old/a.md"]
    for options in ([], ["--quiet"]) if command == "compare" else ([],):
        done = run(command, *paths, *options)
        told = "declparse: old/a.md: not looked at, since it is excluded\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", told)
    assert run(command, *paths, "--no-config").returncode < 2
    named = [one.replace("old/a.md", "-") for one in paths]
    assert run(command, *named, "--stdin-filename", "old/a.md", text="Doc. 1").returncode == 2


@pytest.mark.parametrize("enforced", ["option", "setting"])
def test_standard_input_is_excluded_under_its_name(run: Run, folder: Path, faulty: str, enforced: str) -> None:
    settings = 'exclude = ["old/"]\n' + "force-exclude = true\n" * (enforced == "setting")
    (folder / "declparse.toml").write_text(settings)
    options = ["--force-exclude"] * (enforced == "option")
    data = b"\xef\xbb\xbf" + faulty.replace("\n", "\r\n").encode() + b"\xff"
    told = "declparse: old/b.md: not looked at, since it is excluded\n"
    for command, more, out in (
        ("check", [], b""),
        ("check", ["--quiet"], b""),
        ("convert", [], b"[]\n"),
        ("fix", [], data),
        ("fix", ["--unsafe", "--quiet"], data),
        ("fix", ["--check"], b""),
        ("fix", ["--diff"], b""),
        ("format", [], data),
        ("format", ["--check"], b""),
        ("format", ["--diff", "--quiet"], b""),
    ):
        arguments = [command, "-", "--stdin-filename", "old/b.md", *more, *options]
        done = subprocess.run(
            [sys.executable, "-m", "declparse", *arguments], input=data, capture_output=True, cwd=folder
        )
        assert (done.returncode, done.stdout) == (0, out), arguments
        assert (told.encode() in done.stderr) is ("--quiet" not in more), arguments
    as_json = run("check", "-", "--stdin-filename", "old/b.md", "--output-format", "json", *options, text=data)
    assert json.loads(as_json.stdout)["summary"]["files"] == 0


def test_other_standard_input_is_looked_at(run: Run, folder: Path, faulty: str) -> None:
    """That with another name, that without one, and that whose excludes are not enforced."""
    for name in (
        [],
        ["--stdin-filename", "b.md"],
        ["--stdin-filename", "old/b.md", "--no-config", "--exclude", "old/"],
    ):
        assert "SIG001" in run("check", "-", *name, *CONCISE, text=faulty).stdout
    assert "SIG001" in run("check", "-", "--exclude", "*", "--force-exclude", *CONCISE, text=faulty).stdout


# What cannot be read yet


def test_word_and_pdf_files_are_counted(run: Run, folder: Path) -> None:
    for name in ("a.docx", "B.PDF", "d.doc", "e.odt", "f.rtf", "~$a.docx", "old/g.pdf", "h.png", "i.docx"):
        (folder / name).write_bytes(b"PK")
    (folder / ".gitignore").write_text("i.*\n")
    (folder / "j.pdf").mkdir()
    told = "declparse: 5 Word or PDF files were not looked at: such files cannot be read yet\n"
    for command in ("check", "convert", "fix", "format", "show"):
        paths = ["."] if command == "show" else [".", str(folder), "draft.md"]
        done = run(command, *paths)
        assert done.stderr.count(told) == 1, command
        assert done.returncode < 2
        if command != "show":
            assert told not in run(command, ".", "--quiet").stderr
    french = "5 fichiers Word ou PDF n’ont pas été examinés\u00a0: de tels fichiers ne peuvent pas encore être lus"
    assert french in run("check", ".", "--lang", "fr").stderr
    assert "2 Word or PDF files were" in run("check", ".", "--exclude", "*.pdf,", "--exclude", "[def].*").stderr
    assert "Word" not in run("check", "draft.md").stderr


def test_a_folder_with_nothing_but_word_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"PK")
    for options in ([], ["--quiet"]):
        done = run("check", ".", *options)
        sentence = "declparse: .: no file to look at: there is only what cannot be read yet, 1 Word or PDF file\n"
        assert (done.returncode, done.stdout, done.stderr) == (2, "", sentence)
    done = run("check", ".", "--only-declarations")
    told = "declparse: 1 Word or PDF file was not looked at: such files cannot be read yet\n"
    assert (done.returncode, done.stderr) == (0, told)
    assert "there is no *.md or *.txt file" in run("check", ".", "--exclude", "*.docx").stderr


# Folders that git ignores


def test_a_folder_in_an_ignored_folder(run: Run, tmp_path: Path, faulty: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("*\n!*/\n!*.md\n/build/\n!/build/out/a.md\n")
    for name in ("build/out/a.md", "docs/a.md", "docs/b.txt"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(faulty, encoding="utf-8")
    assert run("check", "docs", *CONCISE).stdout.count("SIG001") == 1
    assert run("check", ".", *CONCISE).stdout.count("SIG001") == 1
    assert run("check", "build/out", *CONCISE).returncode == 2


@pytest.mark.skipif(shutil.which("git") is None, reason="git is the judge here")
def test_rules_of_several_folders_are_read_as_git_reads_them(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    rules = {
        ".gitignore": "*.txt\n!/d/keep.txt\n/d/e/x.md\nout/\n",
        "d/.gitignore": "!*.txt\ne/*.txt\n/y.md\n!e/x.md\n!out/\n",
        "d/e/.gitignore": "!a.txt\n/f/\n*.md\n!x.md\n",
        "d/e/f/.gitignore": "!*\n",
        "g/.gitignore": "*\n!.gitignore\n",
    }
    for name in (
        f"{folder}{file}" for folder in ("", "d/", "d/e/", "d/e/f/", "g/", "out/", "d/out/") for file in FILES
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    for name, lines in rules.items():
        (tmp_path / name).write_text(lines)

    def fail(error: OSError) -> None:
        raise error

    for folder in (".", "d", "d/e", "d/e/f", "g", "out", "d/out"):
        command = ["git", "-c", "core.excludesFile=/dev/null", "ls-files", "-co", "--exclude-standard", "--full-name"]
        done = subprocess.run([*command, "--", folder], cwd=tmp_path, capture_output=True, check=True, text=True)
        expected = sorted(str(tmp_path / name) for name in done.stdout.split() if not name.endswith(".gitignore"))
        found = files_of(str(tmp_path / folder), fail)
        assert [os.path.normpath(name) for name in found.texts] == expected, folder


# Names that are not UTF-8


@posix
@pytest.mark.skipif(sys.platform == "darwin", reason="no such names")
class TestNamesThatAreNotUtf8:
    NAMES = (b"caf\xe9.md", b"caf\xe8.md", b"d\xff/a.md")

    @pytest.fixture(autouse=True)
    def files(self, tmp_path: Path, faulty: str) -> None:
        for number, name in enumerate(self.NAMES):
            file = os.path.join(os.fsencode(tmp_path), name)
            os.makedirs(os.path.dirname(file), exist_ok=True)
            with open(file, "wb") as opened:
                opened.write(faulty.replace("16225", str(16225 + number)).replace("817", str(817 + number)).encode())

    def paths(self) -> list[str]:
        return sorted(name.decode("utf-8", "backslashreplace") for name in self.NAMES)

    def test_json(self, run: Run) -> None:
        """It is valid, and names are told apart."""
        done = run("check", ".", "--today", TODAY, "--output-format", "json")
        assert done.returncode == 1
        assert sorted({one["path"] for one in json.loads(done.stdout)["findings"]}) == self.paths()
        assert converted(run("convert", ".").stdout) == self.paths()
        lines = run("convert", ".", "--to", "ndjson").stdout.splitlines()
        assert [json.loads(line)["source"]["path"] for line in lines] == self.paths()

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check", "."],
            ["check", ".", "--output-format", "concise"],
            ["check", ".", "--collection"],
            ["show", "."],
            ["format", ".", "--diff"],
            ["format", ".", "--check"],
            ["fix", ".", "--diff"],
            ["fix", "."],
            ["format", "."],
        ],
    )
    def test_no_run_ends_for_them(self, run: Run, arguments: list[str]) -> None:
        done = run(*arguments)
        assert done.returncode < 2
        assert "caf\ufffd.md" in done.stdout + done.stderr

    def test_named(self, run: Run, faulty: str) -> None:
        name, other = (os.fsdecode(name) for name in self.NAMES[:2])
        assert "SIG001" in run("check", name, *CONCISE).stdout
        assert "SIG001" in run("check", "-", "--stdin-filename", name, *CONCISE, text=faulty).stdout
        assert run("compare", name, other, "--output-format", "json").returncode == 1
        assert run("check", name, *CONCISE, "--exclude", name, "--force-exclude").stdout == ""
        assert run("new", os.fsdecode(b"new\xe9.md"), "--title", "Night trains").returncode == 0

    def test_patterns(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / ".gitignore").write_bytes(b"caf\xe9.md\n")
        (tmp_path / "declparse.toml").write_text('exclude = ["d*/"]\n')
        assert converted(run("convert", ".").stdout) == ["caf\\xe8.md"]

    @given(st.binary(min_size=1, max_size=40).filter(lambda name: not {0, ord("/")} & set(name) and name.strip(b".")))
    def test_any_name(self, name: bytes) -> None:
        """In JSON it is Unicode, itself where it can be; a baseline keeps it as it is."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, os.fsdecode(name))
            Path(path).touch()
            shown = source.read(path).unicode_path
            assert shown is not None
            assert shown.encode() == os.fsencode(path) or b"\\x" in shown.encode()
            file = os.path.join(folder, "known.jsonl\n")
            known = baseline.Known(os.fsdecode(name), "SIG001", "Total = 22")
            baseline.Baseline(file, [known]).write([])
            Path(file).read_bytes().decode()
            assert baseline.read(file)._known == {known: 1}

    def test_a_baseline(self, run: Run, tmp_path: Path) -> None:
        """It is UTF-8, knows one from the other, and forgets none that was not looked at."""
        done = run("check", ".", "--today", TODAY, "--write-baseline", "known.jsonl")
        assert (done.returncode, done.stderr) == (0, "declparse: known.jsonl: 6 known findings written\n")
        before = (tmp_path / "known.jsonl").read_bytes()
        before.decode()
        assert run("check", ".", *CONCISE, "--baseline", "known.jsonl").stdout == ""
        first = os.fsdecode(self.NAMES[0])
        assert run("check", first, "--today", TODAY, "--write-baseline", "known.jsonl").returncode == 0
        assert (tmp_path / "known.jsonl").read_bytes() == before
        (tmp_path / first).unlink()
        gone = run("check", ".", *CONCISE, "--baseline", "known.jsonl").stderr
        assert gone.count(" is gone from the line") == 2
        assert "caf\ufffd.md" in gone


# What is no plain file


@posix
class TestWhatIsNoPlainFile:
    @pytest.fixture(params=["fifo", "link to a fifo", "device", "socket"])
    def special(self, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
        """The name of something in the current folder that is no plain file."""
        made = tmp_path / "special"
        if request.param == "device":
            made.symlink_to(device("zero", tmp_path))
        elif request.param == "socket":
            monkeypatch.chdir(tmp_path)  # the name of a socket must be short
            with socket.socket(socket.AF_UNIX) as opened:
                opened.bind(made.name)
        else:
            os.mkfifo(tmp_path / "fifo")
            made.symlink_to("fifo")
            if request.param == "fifo":
                (tmp_path / "fifo").replace(made)
        return made.name

    @pytest.mark.parametrize(
        "arguments",
        [
            ["check", "SPECIAL"],
            ["check", "draft.md", "--config", "SPECIAL"],
            ["check", "draft.md", "--baseline", "SPECIAL"],
            ["check", "draft.md", "--write-baseline", "SPECIAL"],
            ["convert", "SPECIAL"],
            ["compare", "draft.md", "SPECIAL"],
            ["fix", "SPECIAL"],
            ["format", "SPECIAL"],
            ["show", "SPECIAL"],
        ],
        ids=" ".join,
    )
    def test_it_is_told_at_once(self, start: Run, folder: Path, special: str, arguments: list[str]) -> None:
        before = os.lstat(folder / special)
        done = start(*(special if one == "SPECIAL" else one for one in arguments), timeout=30)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"declparse: {special}: cannot be read: it is not a regular file\n" in done.stderr
        after = os.lstat(folder / special)
        assert (after.st_ino, after.st_mode) == (before.st_ino, before.st_mode)

    def test_no_draft_is_written_there(self, start: Run, special: str) -> None:
        done = start("new", special, "--title", "Night trains", timeout=30)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"declparse: {special}: exists already and is not overwritten\n"

    @pytest.mark.parametrize("name", ["declparse.toml", "pyproject.toml", ".gitignore"])
    def test_what_is_found_by_itself(self, start: Run, folder: Path, special: str, name: str) -> None:
        (folder / "declparse.toml").unlink()
        (folder / special).rename(folder / name)
        done = start("check", ".", *CONCISE, timeout=30)
        assert done.returncode == 2
        assert f"{name}: cannot be read: it is not a regular file\n" in done.stderr

    def test_in_a_folder_it_is_not_looked_at(self, start: Run, folder: Path, special: str) -> None:
        (folder / special).rename(folder / "special.md")
        done = start("check", ".", "--quiet", *CONCISE, timeout=30)
        assert (done.returncode, done.stderr) == (1, "")

    @pytest.mark.skipif(not os.path.exists("/dev/fd"), reason="no such folder")
    def test_pipes_that_a_shell_hands_over_are_read(self, folder: Path, original: str) -> None:
        """Also where the writer has ended already."""
        command = " ".join([sys.executable, "-m", "declparse"])
        script = f"""
            {command} check /dev/stdin --today {TODAY} < <(cat good.md; sleep 0.2)
            {command} convert <(cat good.md) | grep -c NÉMETH
            exec 7< <(cat good.md)
            sleep 0.5
            {command} check /dev/fd/7 --today {TODAY}
            {command} check draft.md --config <(echo 'fail-on = "never"') --quiet > out; echo $?
            {command} check /dev/fd/77; echo $?
            {command} check /dev/stdin < /dev/zero; echo $?
        """
        (folder / "good.md").write_text(original, encoding="utf-8")
        done = subprocess.run(["bash", "-c", script], cwd=folder, capture_output=True, timeout=60, text=True)
        assert done.stdout.splitlines() == [
            *("Doc. 16225, No. 817: can be filed", "1", "Doc. 16225, No. 817: can be filed", "0", "2", "2")
        ]
        assert done.stderr.splitlines() == [
            "declparse: /dev/fd/77: cannot be read: Bad file descriptor",
            "declparse: /dev/stdin: cannot be read: it is not a regular file",
        ]


def test_samples_are_what_they_were() -> None:
    """What this module takes for granted: the format changes the faulty text."""
    text = (SAMPLES / "declaration-817.md").read_text(encoding="utf-8").replace("\n\n\n\n", "\n\n")
    assert pipeline.laid_out(pipeline.parse_all(text), "markdown") != text
