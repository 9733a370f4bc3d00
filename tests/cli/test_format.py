"""``declparse format``: options, exit codes, streams, files, bad input."""

import os
import subprocess
from pathlib import Path

import pytest
from conftest import SAMPLES, Run

from declparse import pipeline
from declparse.files import writing

MOTION = "Doc. 15000\n\n24 April 2019\n\nMotion for a resolution\n\npresented by Mr Marty and others\n"
CANONICAL = (SAMPLES / "good" / "footpaths.md").read_text(encoding="utf-8")
SIGNATORY = "HORECKÝ-LÁNIK Matúš, "
PLAIN = pipeline.laid_out(pipeline.parse_all(CANONICAL), "plain") or ""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "draft.md"
    path.write_text(PLAIN, encoding="utf-8")
    return path


def test_a_file_is_laid_out_in_place(run: Run, file: Path) -> None:
    done = run("format", file.name)
    told = "declparse: draft.md: layout changed\ndeclparse: 1 layout changed, 0 left unchanged\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, "", told)
    assert file.read_text(encoding="utf-8") == CANONICAL


def test_a_second_run_changes_nothing(run: Run, file: Path) -> None:
    run("format", file.name)
    before = file.stat()
    done = run("format", file.name)
    assert (done.returncode, done.stderr) == (0, "declparse: 0 layouts changed, 1 left unchanged\n")
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (before.st_mtime_ns, before.st_ino)


def test_to_plain(run: Run, file: Path) -> None:
    file.write_text(CANONICAL, encoding="utf-8")
    assert run("format", "--to", "plain", file.name, "--quiet").stderr == ""
    assert file.read_text(encoding="utf-8") == PLAIN


def test_check_writes_nothing(run: Run, file: Path) -> None:
    (file.parent / "good.md").write_text(CANONICAL, encoding="utf-8")
    done = run("format", "--check", ".")
    assert (done.returncode, done.stdout) == (1, "draft.md: the layout would change\n")
    assert done.stderr == "declparse: 1 layout would change, 1 would not\n"
    assert run("format", "--check", "good.md").returncode == 0
    assert file.read_text(encoding="utf-8") == PLAIN


@pytest.mark.parametrize("more", [[], ["--check"], ["--no-color"]])
def test_diff_writes_nothing(run: Run, file: Path, more: list[str]) -> None:
    done = run("format", "--diff", file.name, *more)
    assert done.returncode == 1
    assert done.stdout.startswith("--- draft.md\n+++ draft.md\n@@ -1,")
    assert "\n-Doc. 16362\n+**Doc. 16362**\n" in done.stdout
    assert "\x1b" not in done.stdout
    assert file.read_text(encoding="utf-8") == PLAIN


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_the_diff_is_a_patch(run: Run, file: Path, line_end: str, mark: str) -> None:
    file.write_bytes((mark + PLAIN.rstrip("\n").replace("\n", line_end)).encode())
    patch = run("format", "--diff", file.name).stdout
    subprocess.run(
        ["git", "apply", "-"], input=patch.replace(" draft.md", " x/draft.md", 2).encode(), check=True, cwd=file.parent
    )
    assert file.read_text(encoding="utf-8") == mark + CANONICAL


@pytest.mark.parametrize("line_end", ["\r", "\r\n"])
def test_line_ends_that_would_change_are_told_once(run: Run, file: Path, line_end: str) -> None:
    file.write_bytes(CANONICAL.replace("\n", line_end).encode())
    sentence = "declparse: draft.md: the lines end in CR or CRLF, and would end in LF\n"
    assert run("format", "--diff", file.name).stderr.startswith(sentence)
    assert run("format", "--diff", file.name, "--quiet").stderr == ""


@pytest.mark.skipif(os.name == "nt", reason="no such names")
@pytest.mark.parametrize("option", ["--check", "--diff"])
def test_a_name_cannot_steer_the_terminal(run: Run, file: Path, option: str) -> None:
    file.rename(file.parent / "a\x1b[31m.md")
    assert "a\ufffd[31m.md" in (shown := run("format", option, ".").stdout)
    assert "\x1b" not in shown


def test_standard_input(run: Run) -> None:
    done = run("format", "-", text="\ufeff" + PLAIN.replace("\n", "\r\n"))
    assert (done.returncode, done.stdout) == (0, "\ufeff" + CANONICAL)
    assert run("format", "-", "--to", "plain", text=CANONICAL).stdout == PLAIN
    assert run("format", "-", "--check", text=CANONICAL).stdout == ""
    done = run("format", "-", "--check", "--stdin-filename", "a.md", text=PLAIN)
    assert (done.returncode, done.stdout) == (1, "a.md: the layout would change\n")


def test_a_name_for_standard_input_is_no_file(run: Run, file: Path) -> None:
    done = run("format", "-", "--stdin-filename", file.name, text=PLAIN)
    assert done.stdout == CANONICAL
    assert file.read_text(encoding="utf-8") == PLAIN


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (CANONICAL.encode("latin-1", "replace") + "É".encode("latin-1"), "left alone, since it is not UTF-8"),
        (CANONICAL.encode("utf-16"), "left alone, since it is not UTF-8"),
        (b"", "left alone, since it is no written declaration"),
        (b" \n", "left alone, since it is no written declaration"),
        (b"A letter.\r\n", "left alone, since it is no written declaration"),
        (MOTION.encode(), "left alone, since it is no written declaration"),
    ],
)
def test_other_texts_are_left_alone(run: Run, file: Path, data: bytes, sentence: str) -> None:
    file.write_bytes(data)
    done = run("format", file.name, "--quiet")
    assert done.returncode == 1
    assert f"declparse: draft.md: {sentence}: see declparse check\n" == done.stderr
    assert file.read_bytes() == data


def test_standard_input_that_is_no_declaration_comes_out_as_it_is(run: Run) -> None:
    done = run("format", "-", text="A letter.\r\n")
    assert (done.returncode, done.stdout) == (1, "A letter.\r\n")
    assert done.stderr.startswith("declparse: <standard input>: left alone")


def test_texts_without_a_sign_are_passed_over(run: Run, file: Path) -> None:
    (file.parent / "letter.md").write_text("A letter.\n", encoding="utf-8")
    for arguments in ([file.parent.as_posix()], ["letter.md", "--only-declarations"]):
        done = run("format", *arguments)
        assert done.returncode == 0
        assert "declparse: 1 file without any sign of a declaration passed over\n" in done.stderr
    assert (file.parent / "letter.md").read_text(encoding="utf-8") == "A letter.\n"


@pytest.mark.parametrize(
    ("old", "new", "form"),
    [
        ("## ", "DRAFT - not for circulation\n\n## ", "plain"),
        (SIGNATORY, "HORECKÝ-LÁNIK Matúš,\n\n", "markdown"),
    ],
)
def test_what_would_not_say_the_same_is_left_alone(run: Run, file: Path, old: str, new: str, form: str) -> None:
    """It is the text that is wrong, not the program that failed."""
    text = CANONICAL.replace(old, new, 1)
    file.write_text(text, encoding="utf-8")
    done = run("format", file.name, "--to", form)
    told = "declparse: draft.md: left alone, since it would not say the same in another layout: see declparse check\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", told)
    assert file.read_text(encoding="utf-8") == text
    assert "ne dirait pas la même chose" in run("format", file.name, "--to", form, "--lang", "fr").stderr


def test_exclude(run: Run, file: Path) -> None:
    assert run("format", ".", "--exclude", "draft.*").returncode == 2
    told = "declparse: draft.md: not looked at, since it is excluded\n"
    assert run("format", file.name, "--exclude", "draft.*", "--force-exclude").stderr == told
    assert file.read_text(encoding="utf-8") == PLAIN
    assert run("format", file.name, "--exclude", "draft.*").returncode == 0
    assert file.read_text(encoding="utf-8") == CANONICAL


def test_settings(run: Run, file: Path) -> None:
    (file.parent / "declparse.toml").write_text('lang = "fr"\nforce-exclude = true\nexclude = ["old/"]\n', "utf-8")
    (file.parent / "other.toml").write_text('lang = "en"\n', "utf-8")
    (file.parent / "old").mkdir()
    (file.parent / "old" / "a.md").write_text(PLAIN, encoding="utf-8")
    assert run("format", "--check", file.name).stdout == "draft.md\u00a0: la mise en page changerait\n"
    for option in (["--no-config"], ["--config", "other.toml"], ["--lang", "en"]):
        assert run("format", "--check", file.name, *option).stdout == "draft.md: the layout would change\n"
    assert run("format", "--check", "old/a.md").stdout == ""
    (file.parent / "declparse.toml").write_text("lnag = 1\n", "utf-8")
    assert run("format", "--check", file.name).returncode == 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Missing argument 'PATH...'"),
        (["no-such-file.md"], "no-such-file.md: cannot be read: No such file or directory"),
        (["."], "no *.md or *.txt file"),
        (["-", "--to", "html"], "'html' is not one of 'markdown', 'plain'"),
        (["-", "--config", "a.toml", "--no-config"], "--config and --no-config cannot be given together"),
        (["a.md", "--stdin-filename", "b.md"], "--stdin-filename names standard input"),
    ],
)
def test_what_cannot_be_done(run: Run, arguments: list[str], sentence: str) -> None:
    done = run("format", *arguments)
    assert done.returncode == 2
    assert sentence in done.stderr
    assert done.stdout == ""


def test_the_other_files_are_laid_out_all_the_same(run: Run, file: Path) -> None:
    assert run("format", "no-such-file.md", file.name).returncode == 2
    assert file.read_text(encoding="utf-8") == CANONICAL


def test_mode_and_bom_stay(run: Run, file: Path) -> None:
    file.write_text("\ufeff" + PLAIN, encoding="utf-8")
    file.chmod(0o640)
    assert run("format", file.name).returncode == 0
    assert file.read_text(encoding="utf-8") == "\ufeff" + CANONICAL
    assert file.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(run: Run, file: Path) -> None:
    link = file.parent / "link.md"
    link.symlink_to(file.name)
    assert run("format", link.name).returncode == 0
    assert link.is_symlink()
    assert file.read_text(encoding="utf-8") == CANONICAL


def test_a_read_only_file_is_refused(run: Run, file: Path) -> None:
    file.chmod(0o444)
    done = run("format", file.name)
    assert done.returncode == 2
    assert done.stderr == "declparse: draft.md: cannot be written: it is protected against writing\n"
    assert file.read_text(encoding="utf-8") == PLAIN
    assert run("format", "--check", file.name).returncode == 1


def test_a_file_that_was_changed_meanwhile_is_refused(file: Path) -> None:
    with pytest.raises(OSError, match="changed meanwhile"):
        writing.rewrite(str(file), b"what was read", b"what would be written")
    assert file.read_text(encoding="utf-8") == PLAIN
    assert os.listdir(file.parent) == [file.name]


def test_a_full_disk_leaves_the_file_whole(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        writing.rewrite(str(file), file.read_bytes(), b"new")
    assert file.read_text(encoding="utf-8") == PLAIN
    assert os.listdir(file.parent) == [file.name]


def test_several_declarations_in_one_file(run: Run, file: Path) -> None:
    file.write_text(PLAIN + PLAIN.replace("16362", "16363").replace("834", "835"), encoding="utf-8")
    assert run("format", file.name).returncode == 0
    second = CANONICAL.replace("16362", "16363").replace("834", "835")
    assert file.read_text(encoding="utf-8") == f"{CANONICAL}\n---\n\n{second}"


@pytest.mark.parametrize("name", ["night-trains-web.md", "night-trains-web-fr.md", "night-trains-fr.md"])
def test_other_layouts_and_languages(run: Run, name: str) -> None:
    text = (SAMPLES / "good" / name).read_text(encoding="utf-8")
    done = run("format", "-", text=text.replace("\n\n", "\n\n\n"))
    assert (done.returncode, done.stdout) == (0, text)
