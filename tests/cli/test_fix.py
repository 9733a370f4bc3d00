"""``declparse fix``: what is written, what is only shown, what is left alone, and what can never go wrong."""

import datetime as dt
import io
import os
import subprocess
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY, Run

from declparse.files import writing
from declparse.report import diff

DAY = dt.date(2026, 11, 23)
TURKEY = ("Mustafa, Türkiye", "Mustafa, Turkey")
SWAPPED = (
    "KAUFMANN Malte, Germany, ECPA  \nKEMPF Martina, Germany, ECPA",
    "KEMPF Martina, Germany, ECPA  \nKAUFMANN Malte, Germany, ECPA",
)


@pytest.fixture
def faulty(tmp_path: Path, original: str) -> Path:
    """Declaration 817 with one fault that is mended for sure, one that is mended likely, one that never is."""
    text = original.replace(*TURKEY).replace(*SWAPPED).replace("Total = 23", "Total = 22")
    file = tmp_path / "faulty.md"
    file.write_bytes(text.encode())
    return file


def test_safe_fixes_are_written(run: Run, faulty: Path, original: str) -> None:
    done = run("fix", faulty.name, "--today", TODAY)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == (
        "declparse: faulty.md: 1 fault mended; 2 findings left (1 with --unsafe): see declparse check\n"
        "declparse: faulty.md:39:17: STA002: Write 'Türkiye'\n"
        "declparse: faulty.md:63:9: SIG001 only shown, never done: Change the total to 23\n"
    )
    assert faulty.read_bytes().decode() == original.replace(*SWAPPED).replace("Total = 23", "Total = 22")


def test_unsafe_fixes_are_written_where_they_are_asked_for(run: Run, faulty: Path, original: str) -> None:
    done = run("fix", "--unsafe", faulty.name, "--today", TODAY)
    assert done.returncode == 0
    assert "2 faults mended; 1 finding left: see declparse check\n" in done.stderr
    assert faulty.read_bytes().decode() == original.replace("Total = 23", "Total = 22")


def test_of_many_that_are_mended_the_first_ones_are_named(run: Run, tmp_path: Path, original: str) -> None:
    wrong = original.replace(*TURKEY) + "\n"
    (tmp_path / "a.md").write_text("".join(wrong.replace("817", str(817 + number)) for number in range(12)))
    found = run("check", "a.md", "--select", "STA002", "--output-format", "concise", "--today", TODAY).stdout
    told = run("fix", "a.md", "--select", "STA002", "--today", TODAY).stderr.splitlines()
    places = [line.split(" ")[0] for line in found.splitlines()[:10]]
    named = [f"declparse: {place} STA002: Write 'Türkiye'" for place in places]
    assert told == ["declparse: a.md: 12 faults mended", *named, "declparse: … and 2 more"]


def test_nothing_is_said_of_a_good_file(run: Run, tmp_path: Path, original: str) -> None:
    file = tmp_path / "good.md"
    file.write_text(original, "utf-8")
    before = file.stat()
    done = run("fix", "good.md", "--today", TODAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_looking_only_writes_nothing(run: Run, faulty: Path, option: str) -> None:
    before = faulty.read_bytes()
    done = run("fix", option, faulty.name, "--today", TODAY)
    assert done.returncode == 1
    assert "faulty.md: 1 fault would be mended; 2 findings left" in done.stderr
    assert faulty.read_bytes() == before
    assert ("+CANBEY Mustafa, Türkiye, NR  \n" in done.stdout) == (option == "--diff")
    assert run("fix", faulty.name, "--today", TODAY).returncode == 0
    assert run("fix", option, faulty.name, "--today", TODAY).returncode == 0  # only what cannot be mended is left


@pytest.mark.parametrize("end", ["\n", ""])
def test_patch_applies_the_difference(run: Run, tmp_path: Path, original: str, end: str) -> None:
    wrong = tmp_path / "wrong.md"
    text = original.rstrip("\n").replace(*TURKEY) + end
    wrong.write_bytes(text.replace("NR: Rep", "NR:\u200b Rep").encode())
    patch = run("fix", "--diff", "wrong.md", "--today", TODAY).stdout
    assert patch.startswith("--- wrong.md\n+++ wrong.md\n@@ ")
    assert ("\\ No newline at end of file" in patch) == (not end)
    subprocess.run(["patch", "-s", "-p0"], input=patch.encode(), cwd=tmp_path, check=True)
    assert wrong.read_bytes().decode() == original.rstrip("\n") + end


@pytest.mark.parametrize(
    ("options", "mended"),
    [
        (["--select", "STA002"], {"STA002"}),
        (["--select", "TXT", "--extend-select", "STA002"], {"STA002", "TXT006"}),
        (["--ignore", "STA"], {"TXT006"}),
        (["--select", "SIG"], set()),
    ],
)
def test_only_chosen_rules_are_mended(run: Run, faulty: Path, options: list[str], mended: set[str]) -> None:
    text = faulty.read_text("utf-8").replace("KÖHLER Achim", "KÖHLER  Achim")
    faulty.write_bytes(text.encode())
    run("fix", faulty.name, "--today", TODAY, *options)
    now = faulty.read_text("utf-8")
    assert ("Mustafa, Türkiye" in now) == ("STA002" in mended)
    assert ("KÖHLER Achim" in now) == ("TXT006" in mended)


def test_settings_choose_rules_and_files(run: Run, faulty: Path) -> None:
    (faulty.parent / "declparse.toml").write_text('ignore = ["STA"]\nlang = "fr"\n')
    before = faulty.read_bytes()
    done = run("fix", faulty.name, "--today", TODAY)
    assert done.stderr.startswith("declparse: faulty.md\u00a0: rien à corriger\u00a0; 2 constats restants (1 avec")
    assert faulty.read_bytes() == before
    assert "1 fault mended" in run("fix", "--check", "--no-config", faulty.name, "--today", TODAY).stderr.replace(
        "would be ", ""
    )
    (faulty.parent / "declparse.toml").write_text('exclude = ["faulty.md"]\n')
    told = "declparse: faulty.md: not looked at, since it is excluded\n"
    assert run("fix", "--force-exclude", faulty.name, "--today", TODAY).stderr == told
    assert run("fix", ".", "--today", TODAY).returncode == 2  # a folder without a file to look at
    assert faulty.read_bytes() == before


def test_known_findings_are_not_mended(run: Run, faulty: Path) -> None:
    """What a baseline knows stands in documents that cannot be changed any more."""
    before = faulty.read_bytes()
    run("check", faulty.name, "--today", TODAY, "--write-baseline", "known.jsonl")
    (faulty.parent / "declparse.toml").write_text('baseline = "known.jsonl"\n')
    done = run("fix", "--unsafe", faulty.name, "--today", TODAY)
    assert (done.returncode, done.stderr) == (0, "")
    assert faulty.read_bytes() == before


def test_the_day_and_the_profile_matter(run: Run, tmp_path: Path, original: str) -> None:
    draft = original.replace("**Doc. 16225**", "Doc. …").replace("10 July 2025", "[date]").replace(*TURKEY)
    (tmp_path / "draft.md").write_bytes(draft.encode())
    run("fix", "draft.md", "--today", "2021-05-05", "--profile", "draft")
    assert "Mustafa, Turkey" in (tmp_path / "draft.md").read_text("utf-8")
    run("fix", "draft.md", "--today", "2025-05-05", "--profile", "draft")
    assert "Mustafa, Türkiye" in (tmp_path / "draft.md").read_text("utf-8")
    assert "[date]" in (tmp_path / "draft.md").read_text("utf-8")


def test_standard_input_goes_to_standard_output(run: Run, tmp_path: Path, original: str) -> None:
    (tmp_path / "a.md").write_text("untouched")
    done = run("fix", "-", "--stdin-filename", "a.md", "--today", TODAY, text=original.replace(*TURKEY))
    assert (done.returncode, done.stdout) == (0, original)
    assert done.stderr.startswith("declparse: a.md: 1 fault mended\n")
    assert (tmp_path / "a.md").read_text() == "untouched"
    assert run("fix", "-", "--today", TODAY, "--quiet", text=original).stdout == original
    assert run("fix", "-", "--check", "--today", TODAY, text=original.replace(*TURKEY)).stdout == ""


def test_standard_input_that_is_no_declaration_goes_on_as_it_is(run: Run) -> None:
    done = run("fix", "-", "--only-declarations", text="A  list of things\n")
    assert (done.returncode, done.stdout) == (0, "A  list of things\n")


def test_files_that_are_not_utf8_are_left_alone(run: Run, tmp_path: Path, original: str) -> None:
    data = original.replace(*TURKEY).encode().replace("NÉMETH".encode(), "NÉMETH".encode("latin-1"))
    (tmp_path / "old.md").write_bytes(data)
    for options in ([], ["--quiet"], ["--check"], ["--diff"], ["--unsafe"]):
        done = run("fix", "old.md", "--today", TODAY, *options)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == "declparse: old.md: left alone, since it is not UTF-8\n"
        assert (tmp_path / "old.md").read_bytes() == data


@pytest.mark.parametrize(
    "text", ["", "Dear  colleague,\nthe bread is baked.\n", "Motion for a resolution\n\nDoc.  1\n"]
)
def test_what_is_no_declaration_is_left_alone(run: Run, tmp_path: Path, text: str) -> None:
    (tmp_path / "letter.md").write_text(text)
    done = run("fix", "--unsafe", "letter.md", "--today", TODAY)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "declparse: letter.md: left alone, since it is no written declaration\n"
    assert (tmp_path / "letter.md").read_text() == text


def test_files_without_a_sign_of_a_declaration_are_passed_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "letter.md").write_text("Dear  colleague,\nthe bread is baked.\n")
    for arguments in (["."], ["--only-declarations", "letter.md"]):
        done = run("fix", *arguments)
        assert (done.returncode, done.stdout) == (0, "")
        assert done.stderr == "declparse: 1 file without any sign of a declaration passed over\n"


def test_each_declaration_of_a_file_is_mended(run: Run, tmp_path: Path, original: str) -> None:
    other = (SAMPLES / "good" / "footpaths.md").read_text("utf-8").strip() + "\n"
    good = original.strip() + "\n\n" + other
    wrong = good.replace(*TURKEY).replace("Total = ", "Total  = ")
    (tmp_path / "both.md").write_bytes(wrong.encode())
    done = run("fix", "both.md", "--today", "2026-11-23")
    assert done.returncode == 0
    assert (tmp_path / "both.md").read_bytes().decode() == good


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["fix"], "Missing argument 'PATH...'"),
        (["fix", "no-such-file.md"], "no-such-file.md: cannot be read: No such file or directory"),
        (["fix", "."], "no *.md or *.txt file"),
        (["fix", "-", "--select", "SIG01"], "did you mean 'SIG001'?"),
        (["fix", "a.md", "--stdin-filename", "b.md"], "standard input, which is read only for the path -"),
        (["fix", "-", "--config", "a.toml", "--no-config"], "cannot be given together"),
    ],
)
def test_what_cannot_be_done_ends_with_2(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr


# Writing


def test_mode_mark_and_line_ends_stay(run: Run, tmp_path: Path, original: str) -> None:
    good = b"\xef\xbb\xbf" + original.replace("\n", "\r\n").encode()
    file, link = tmp_path / "a.md", tmp_path / "link.md"
    file.write_bytes(good.replace("Türkiye, NR".encode(), b"Turkey, NR", 1))
    file.chmod(0o640)
    link.symlink_to("a.md")
    assert run("fix", "link.md", "--today", TODAY).returncode == 0
    assert file.read_bytes() == good
    assert file.stat().st_mode & 0o777 == 0o640
    assert link.is_symlink()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "link.md"]


def test_read_only_files_are_refused(run: Run, faulty: Path) -> None:
    before = faulty.read_bytes()
    faulty.chmod(0o444)
    done = run("fix", faulty.name, "--today", TODAY)
    assert (done.returncode, done.stderr) == (
        2,
        "declparse: faulty.md: cannot be written: it is protected against writing\n",
    )
    assert faulty.read_bytes() == before
    assert run("fix", "--check", faulty.name, "--today", TODAY).returncode == 1


def test_files_that_are_no_files_are_refused(start: Run, original: str) -> None:
    done = start("fix", "/dev/stdin", "--today", TODAY, text=original.replace(*TURKEY))
    assert done.returncode == 2
    assert "cannot be written: it is not a regular file" in done.stderr


def test_files_that_were_changed_meanwhile_are_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(b"newer")
    with pytest.raises(OSError, match="changed meanwhile"):
        writing.rewrite(str(file), b"old", b"new")
    assert file.read_bytes() == b"newer"
    writing.rewrite(str(file), b"newer", b"new")
    assert file.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("failure", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("where", ["fsync", "replace", "chmod"])
def test_the_old_file_is_whole_after_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, where: str
) -> None:
    def fail(*_: object) -> None:
        raise failure

    file = tmp_path / "a.md"
    file.write_bytes(b"old")
    monkeypatch.setattr(os, where, fail)
    with pytest.raises(type(failure)):
        writing.rewrite(str(file), b"old", b"new")
    assert file.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_difference_is_coloured_on_a_terminal_and_harmless(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for color in (True, False):
        stream = _Terminal()
        diff.write("a.md", "one\n[/two]\n", "one\n\x1b[31m[/three]\r", stream, color=color)
        shown = stream.getvalue()
        assert ("\x1b[32m+" in shown) == color
        assert "[/three]" in shown
        assert "\x1b[31m[" not in shown


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_on_a_terminal_all_line_ends_look_alike(monkeypatch: pytest.MonkeyPatch, line_end: str) -> None:
    monkeypatch.setenv("TERM", "dumb")
    stream = _Terminal()
    old, new = (text.replace("\n", line_end) for text in ("\ufeffone\ntwo\n", "\ufeffone\nthree\n"))
    diff.write("a.md", old, new, stream, color=False)
    assert stream.getvalue() == "--- a.md\n+++ a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+three\n"
