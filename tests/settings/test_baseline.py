"""Baselines: what is known is not reported again, what is new is, and what is gone is told."""

import json
import os
from datetime import date
from pathlib import Path
from unittest.mock import Mock

import pytest
from conftest import TODAY, Run

from declparse import baseline as baseline_of
from declparse import pipeline, source
from declparse.cli.choices import Choices
from declparse.cli.fix_run import FixRun
from declparse.cli.inputs import Input
from declparse.cli.outcome import Outcome

WRONG_TOTAL = ("Total = 23", "Total = 22")
CONCISE = ["--today", TODAY, "--output-format", "concise"]


@pytest.fixture
def bad(tmp_path: Path, original: str) -> Path:
    """A file with one error and one warning."""
    file = tmp_path / "old" / "bad.md"
    file.parent.mkdir()
    text = original.replace(*WRONG_TOTAL).replace("Mustafa, Türkiye", "Mustafa, Turkey")
    file.write_text(text, encoding="utf-8")
    return file


@pytest.fixture
def baseline(run: Run, tmp_path: Path, bad: Path) -> Path:
    done = run("check", "old", "--today", TODAY, "--write-baseline", "known.jsonl")
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "declparse: known.jsonl: 2 known findings written\n"
    return tmp_path / "known.jsonl"


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_known_findings_are_not_reported(run: Run, bad: Path, baseline: Path) -> None:
    done = run("check", "old", "--today", TODAY, "--baseline", baseline.name)
    expected = "Doc. 16225, No. 817: no new error (2 known findings not shown)\n"
    assert (done.returncode, done.stdout, done.stderr) == (0, expected, "")
    as_json = run("check", "old", "--today", TODAY, "--baseline", baseline.name, "--output-format", "json")
    assert json.loads(as_json.stdout)["summary"]["findings"] == 0


def test_lines_may_move_and_blanks_change(run: Run, bad: Path, baseline: Path) -> None:
    change(bad, "**Doc. 16225**", "\n\n\n**Doc. 16225**")
    change(bad, "Total = 22", "Total =  22")
    options = ["--baseline", baseline.name, "--ignore", "TXT"]
    assert run("check", "old", *CONCISE, *options).stdout == ""


def test_the_place_from_which_it_is_run_does_not_matter(run: Run, bad: Path, baseline: Path) -> None:
    done = run("check", bad.name, *CONCISE, "--baseline", os.path.join("..", baseline.name), cwd=bad.parent)
    assert (done.returncode, done.stdout) == (0, "")


def test_new_findings_are_reported(run: Run, bad: Path, baseline: Path) -> None:
    """Another rule, another line, another file, and one more of the same kind on an equal line."""
    change(bad, "Estonia", "Estnoia")
    change(bad, "Total = 22", "Total = 21")
    done = run("check", "old", *CONCISE, "--baseline", baseline.name)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["STA001", "SIG001"]
    assert done.returncode == 1
    (bad.parent / "new.md").write_bytes(bad.read_bytes())
    assert run("check", "old", *CONCISE, "--baseline", baseline.name).stdout.count("new.md") == 3


def test_a_finding_known_once_is_known_once(run: Run, tmp_path: Path, original: str) -> None:
    file = tmp_path / "two.md"
    file.write_text(original.replace(*WRONG_TOTAL), encoding="utf-8")
    run("check", file.name, "--today", TODAY, "--write-baseline", "known")
    second = original.replace(*WRONG_TOTAL).replace("16225", "16226").replace("817", "818")
    file.write_text(original.replace(*WRONG_TOTAL) + "\n\n" + second, encoding="utf-8")
    done = run("check", file.name, *CONCISE, "--baseline", "known")
    assert done.stdout.count("SIG001") == 1


def test_fixing_counts_what_is_known_afresh_each_time(
    run: Run, tmp_path: Path, original: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same findings are looked at in each round; the file with what is known is read once for all."""
    text = original.replace("Mustafa, Türkiye", "Mustafa, Turkey")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("check", ".", "--today", TODAY, "--write-baseline", "known.jsonl").returncode == 0
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(text.replace("NÉMETH", "NE\u0301METH"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    reads = Mock(side_effect=baseline_of.read)
    monkeypatch.setattr(baseline_of, "read", reads)
    choices = Choices(config=None, no_config=True, given={"baseline": "known.jsonl"})
    fixing = FixRun(
        *(choices, Outcome(), date.fromisoformat(TODAY)), unsafe=False, diff=False, write=True, quiet=True, color=False
    )
    for name in ("a.md", "b.md"):
        file = source.read(name)
        fixing.fix(Input(file, named=True), pipeline.parse_all(file))
        assert (tmp_path / name).read_text(encoding="utf-8") == text
    reads.assert_called_once_with("known.jsonl")


def test_what_is_gone_is_told(run: Run, tmp_path: Path, bad: Path, baseline: Path) -> None:
    change(bad, "Total = 22", "Total = 23")
    done = run("check", "old", *CONCISE, "--baseline", baseline.name)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "declparse: known.jsonl: old/bad.md: SIG001 is gone from the line 'Total = 22'",
        "declparse: known.jsonl: --write-baseline takes out what is gone",
    ]
    other = tmp_path / "other.md"
    other.write_bytes(bad.read_bytes())
    quiet = run("check", other.name, *CONCISE, "--baseline", baseline.name)
    assert quiet.stderr == "", "of files that are not looked at nothing can be said"
    bad.unlink()
    assert run("check", other.name, *CONCISE, "--baseline", baseline.name).stderr.count("is gone from") == 2
    run("check", "other.md", "--today", TODAY, "--write-baseline", baseline.name)
    assert "bad.md" not in baseline.read_text(encoding="utf-8")


def test_of_rules_that_were_not_asked_nothing_is_gone(run: Run, bad: Path, baseline: Path) -> None:
    asked = (["--select", "TXT"], ["--ignore", "SIG,STA"], ["--collection", "--select", "COL,CMP"])
    for options in asked:
        assert run("check", "old", *CONCISE, "--baseline", baseline.name, *options).stderr == ""
    before = baseline.read_text(encoding="utf-8")
    run("check", "old", "--today", TODAY, "--write-baseline", baseline.name, "--select", "SIG")
    assert baseline.read_text(encoding="utf-8") == before
    change(bad, "Total = 22", "Total = 23")
    done = run("check", "old", *CONCISE, "--baseline", baseline.name, "--select", "SIG")
    assert done.stderr.count("is gone from") == 1


def test_marks_may_come_and_go(run: Run, tmp_path: Path, original: str) -> None:
    file = tmp_path / "draft.md"
    file.write_text(
        original.replace("**Doc. 16225**", "**Doc. 16A25**").replace("<sup>1</sup>", "<sup>2</sup>"), "utf-8"
    )
    run("check", file.name, "--today", TODAY, "--write-baseline", "known")
    assert run("check", file.name, *CONCISE).stdout.count("\n") == 2
    assert run("format", "--to", "plain", file.name).returncode == 0
    done = run("check", file.name, *CONCISE, "--baseline", "known")
    assert (done.stdout, done.stderr) == ("", "")


def test_writing_keeps_what_is_known_of_other_files(run: Run, tmp_path: Path, bad: Path, baseline: Path) -> None:
    other = tmp_path / "other.md"
    other.write_bytes(bad.read_bytes())
    run("check", other.name, "--today", TODAY, "--write-baseline", baseline.name)
    entries = [json.loads(line) for line in baseline.read_text(encoding="utf-8").splitlines()[1:]]
    assert [(entry["path"], entry["code"]) for entry in entries] == [
        ("old/bad.md", "SIG001"),
        ("old/bad.md", "STA002"),
        ("other.md", "SIG001"),
        ("other.md", "STA002"),
    ]


def test_the_setting_is_relative_to_its_file(run: Run, tmp_path: Path, bad: Path, baseline: Path) -> None:
    (tmp_path / "declparse.toml").write_text('baseline = "known.jsonl"')
    done = run("check", bad.name, *CONCISE, cwd=bad.parent)
    assert (done.returncode, done.stdout) == (0, "")
    again = run("check", "old", "--today", TODAY, "--write-baseline", baseline.name)
    assert "2 known findings written" in again.stderr, "writing does not hide what is known"


def test_standard_input(run: Run, original: str) -> None:
    text = original.replace(*WRONG_TOTAL)
    run("check", "-", "--today", TODAY, "--write-baseline", "known", text=text)
    assert run("check", "-", *CONCISE, "--baseline", "known", text=text).stdout == ""
    gone = run("check", "-", *CONCISE, "--baseline", "known", text=original).stderr
    assert "<standard input>: SIG001 is gone" in gone


HEADER = '{"declparse_baseline": 1}\n'


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read: No such file or directory"),
        ("", "line 1: this is not a baseline"),
        ("# A readme\n", "line 1: this is not a baseline"),
        ('{"declparse_baseline": 2}\n', "line 1: this is not a baseline"),
        (HEADER + "\n{", "line 3: this is not a known finding"),
        (HEADER + '{"path": "a", "code": "SIG001"}', "line 2: this is not a known finding"),
        (HEADER + '{"path": "a", "code": 1, "line": ""}', "line 2: this is not a known finding"),
        (HEADER.encode() + b"\xff", "line 2: this is not a known finding"),
    ],
)
def test_a_baseline_that_cannot_be_used(
    run: Run, tmp_path: Path, bad: Path, content: str | bytes | None, sentence: str
) -> None:
    file = tmp_path / "known"
    if content is not None:
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    done = run("check", "old", "--baseline", "known")
    assert (done.returncode, done.stdout) == (2, "")
    assert f"known: {sentence}" in done.stderr
    if content is not None:
        over = run("check", "old", "--write-baseline", "known")
        assert over.returncode == 2, "a foreign file is not written over"
        assert file.read_bytes() == (content.encode() if isinstance(content, str) else content)


def test_a_baseline_that_cannot_be_written(run: Run, bad: Path) -> None:
    done = run("check", "old", "--write-baseline", os.path.join("no", "such", "folder"))
    assert done.returncode == 2
    assert "cannot be written: No such file or directory" in done.stderr


def test_what_is_known_brings_no_hint(run: Run, original: str) -> None:
    """Open numbers that a baseline knows do not make the text look like a draft again."""
    text = original.replace("**Doc. 16225**", "Doc. …")
    assert "--profile draft" in run("check", "-", "--today", TODAY, text=text).stderr
    run("check", "-", "--today", TODAY, "--write-baseline", "known", text=text)
    assert run("check", "-", "--today", TODAY, "--baseline", "known", text=text).stderr == ""
