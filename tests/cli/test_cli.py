"""The command line: exit codes, streams, files and folders."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import TODAY, Run

from declparse import baseline

WRONG_TOTAL = ("Total = 23", "Total = 22")


@pytest.fixture
def run(start: Run) -> Run:
    """Each run is a process of its own here, as users start it."""
    return start


@pytest.fixture
def good(tmp_path: Path, original: str) -> Path:
    file = tmp_path / "good.md"
    file.write_text(original, encoding="utf-8")
    return file


@pytest.fixture
def bad(tmp_path: Path, original: str) -> Path:
    file = tmp_path / "bad.md"
    file.write_text(original.replace(*WRONG_TOTAL), encoding="utf-8")
    return file


def test_a_good_declaration_can_be_filed(run: Run, good: Path) -> None:
    done = run("check", good.name, "--today", TODAY)
    assert (done.returncode, done.stdout, done.stderr) == (0, "Doc. 16225, No. 817: can be filed\n", "")


def test_findings_end_with_1(run: Run, bad: Path) -> None:
    done = run("check", bad.name, "--today", TODAY, "--output-format", "concise")
    line = "bad.md:63:9: SIG001 total-mismatch Total says 22, but 23 signatories are listed\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, line, "")


@pytest.mark.parametrize(("fail_on", "code"), [("error", 0), ("warning", 1), ("info", 1), ("never", 0)])
def test_fail_on(run: Run, original: str, fail_on: str, code: int) -> None:
    warning = original.replace("Mustafa, Türkiye", "Mustafa, Turkey")
    assert run("check", "-", "--today", TODAY, "--fail-on", fail_on, text=warning).returncode == code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["check", "no-such-file.md"], "no-such-file.md: cannot be read: No such file or directory"),
        (["check", "."], "no *.md or *.txt file"),
        (["check", "-", "--select", "SIG01"], "no rule or family 'SIG01'; did you mean 'SIG001'?"),
        (["check", "-", "--today", "10 July"], "'10 July' is not a day; write it like 2025-07-10"),
        (["check", "-", "--no-such-option"], "No such option"),
        (["chek"], "no command 'chek'; did you mean 'check'?"),
        (["check", "--stdin-filename", "a.md"], "standard input, which is read only for the path -"),
        (["check", "-", "--ignore", ","], "no rule is named"),
        (["explain", "SIG"], "'SIG' is a family; its rules are SIG001 to SIG008"),
        (["explain", "totl-mismatch"], "no rule or family 'totl-mismatch'; did you mean 'total-mismatch'?"),
        (["convert", "no-such-file.md"], "cannot be read"),
    ],
)
def test_what_cannot_be_done_ends_with_2_and_a_sentence(run: Run, arguments: list[str], sentence: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr


def test_an_unreadable_name_wins_over_findings_and_stops_nothing(run: Run, bad: Path) -> None:
    done = run("check", "no-such-file.md", bad.name, "--today", TODAY, "--output-format", "concise")
    assert done.returncode == 2
    assert "SIG001" in done.stdout


PLACEHOLDERS = [("**Doc. 16225**", "Doc. …"), ("10 July 2025", "[date]"), ("No. 817", "No. [ ]")]


def test_a_draft_may_lack_numbers_and_date(run: Run, original: str) -> None:
    text = original
    for old, new in PLACEHOLDERS:
        text = text.replace(old, new)
    done = run("check", "-", "--profile", "draft", "--today", TODAY, text=text)
    assert (done.returncode, done.stdout) == (0, "<standard input>: can be filed\n")
    for old, _ in PLACEHOLDERS[:2]:
        original = original.replace(old + "\n", "")
    assert run("check", "-", "--profile", "draft", "--today", TODAY, text=original).returncode == 0
    published = run("check", "-", "--today", TODAY, text=text)
    assert published.returncode == 1
    assert "--profile draft" in published.stderr


def test_all_else_in_a_draft_is_judged_as_of_today(run: Run, original: str) -> None:
    text = (
        original.replace("10 July 2025", "[date]")
        .replace("Mustafa, Türkiye", "Mustafa, Turkey")
        .replace("16225", "16A25")
    )
    options = ["--profile", "draft", "--today", TODAY, "--output-format", "concise", "--stdin-filename", "draft.md"]
    done = run("check", "-", *options, text=text)
    assert [line.split()[1] for line in done.stdout.splitlines()] == ["NUM001", "STA002"]


def test_ignoring_a_rule_brings_no_other(run: Run, original: str) -> None:
    twice = original.replace(
        "TILKI Attila, Hungary, ECPA", "TILKI Attila, Hungary, ECPA  \nTILKI Attila, Hungary, ECPA"
    )
    done = run("check", "-", "--today", TODAY, "--ignore", "SIG002", text=twice)
    assert (done.returncode, done.stdout) == (0, "Doc. 16225, No. 817: can be filed\n")


def test_select_takes_codes_names_and_families(run: Run, original: str) -> None:
    text = original.replace(*WRONG_TOTAL).replace("Estonia", "Estnoia").replace("10 July", "10 Juli")
    done = run("check", "-", "--select", "sig,unknown-country", "--output-format", "json", text=text)
    assert [finding["code"] for finding in json.loads(done.stdout)["findings"]] == ["STA001", "SIG001"]


def test_a_folder_is_searched_in_order_and_gitignore_respected(run: Run, tmp_path: Path, original: str) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("build/\n*.txt\n!keep.txt\n")
    (tmp_path / "part" / "deep").mkdir(parents=True)
    (tmp_path / "part" / ".gitignore").write_text("secret.md\n")
    (tmp_path / "build").mkdir()
    wrong = original.replace(*WRONG_TOTAL)
    for name in ("part/deep/b.md", "part/secret.md", "a.md", "build/c.md", "drop.txt", "keep.txt", "other.rst"):
        (tmp_path / name).write_text(wrong, encoding="utf-8")
    (tmp_path / "README.md").write_text("# A project\n\nWith a readme.\n")
    done = run("check", ".", "--output-format", "concise", "--today", TODAY)
    assert [line.split(":")[0] for line in done.stdout.splitlines()] == ["a.md", "keep.txt", "part/deep/b.md"]
    assert done.stderr == "declparse: 1 file without any sign of a declaration passed over\n"


def test_without_a_path_the_current_folder_is_checked(run: Run, bad: Path) -> None:
    assert "bad.md:63:9" in run("check", "--today", TODAY, "--output-format", "concise").stdout


def test_a_named_file_is_expected_to_be_a_declaration(run: Run, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# A project\n\nWith a readme.\n")
    assert "STR001" in run("check", "README.md").stdout
    done = run("check", "README.md", "--only-declarations", "--output-format", "concise")
    assert (done.returncode, done.stdout) == (0, "")


def test_an_empty_file_is_a_finding_everywhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_text("\n \n")
    assert "STR001" in run("check", ".", "--only-declarations", "--output-format", "concise").stdout


def test_standard_input_can_have_a_name(run: Run, original: str) -> None:
    done = run(
        "check", "-", "--stdin-filename", "draft.md", "--output-format", "json", text=original.replace(*WRONG_TOTAL)
    )
    assert json.loads(done.stdout)["findings"][0]["path"] == "draft.md"


def test_paths_of_standard_input_are_null(run: Run, original: str) -> None:
    done = run("check", "-", "--output-format", "json", text=original.replace(*WRONG_TOTAL))
    assert json.loads(done.stdout)["findings"][0]["path"] is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")
def test_a_closed_pipe_ends_quietly_with_the_code_reached(tmp_path: Path, original: str) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(300):
        (folder / f"{number}.md").write_text(original.replace(*WRONG_TOTAL), encoding="utf-8")
    command = [sys.executable, "-m", "declparse", "check", str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")
@pytest.mark.parametrize(("arguments", "code"), [(["good.md"], 0), (["good.md", "no-such-file.md"], 2)])
def test_nobody_reads_the_output(good: Path, arguments: list[str], code: int) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "declparse", "check", *arguments, "--today", TODAY]
    with subprocess.Popen(command, stdout=writer, stderr=subprocess.PIPE, cwd=good.parent) as process:
        os.close(writer)
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(60) == code


@pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")
def test_ctrl_c_ends_with_130() -> None:
    command = [sys.executable, "-m", "declparse", "check", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        time.sleep(3)  # it waits for standard input, also on a busy machine
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
        assert process.returncode == 130
        assert (out, err.strip()) == (b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_a_link_that_leads_nowhere(run: Run, tmp_path: Path) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    done = run("check", "loop.md")
    assert (done.returncode, done.stdout) == (2, "")


def test_a_cache_that_cannot_be_used_changes_nothing(
    run: Run, good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert run("check", good.name, "--today", TODAY).returncode == 0
    cache = tmp_path / "cache"
    monkeypatch.setenv("XDG_CACHE_HOME", str(cache))
    assert run("check", good.name, "--today", TODAY).returncode == 0
    for file in cache.rglob("*.pickle"):
        file.write_bytes(b"damaged")
    assert run("check", good.name, "--today", TODAY).returncode == 0


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith("declparse, version ")
    for command in ("check", "compare", "convert", "explain", "rules"):
        done = run(command, "--help")
        assert done.returncode == 0
        assert done.stdout.startswith(f"Usage: declparse {command}")


def test_rules_for_programs(run: Run) -> None:
    rows = json.loads(run("rules", "--json").stdout)
    row = next(row for row in rows if row["code"] == "SIG001")
    assert (row["name"], row["severity"]) == ("total-mismatch", "error")
    assert "Total = 22" in row["explanation"]


def test_explain_takes_a_code_or_a_name(run: Run) -> None:
    page = run("explain", "SIG001").stdout
    assert page == run("explain", "total-mismatch").stdout
    assert "Total = 22" in page
    assert "Source: " in page


@pytest.mark.skipif(sys.platform == "win32", reason="names of POSIX")
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "NAME"],
        ["check", "NAME", "--output-format", "concise"],
        ["check", "NAME", "--output-format", "json"],
        ["check", "NAME", "--write-baseline", "\x1bc.jsonl"],
        ["check", "NAME", "--baseline", "\x1bc.toml"],
        ["check", "NAME", "--baseline", "gone.jsonl"],
        ["check", "NAME", "--config", "\x1bc.toml"],
        ["check", "\x1bc.txt"],
        ["check", "NAME", "--\x1bc"],
        ["check", "NAME", "--select", "\x1bc"],
        ["\x1bc"],
        ["compare", "NAME", "\x1bc"],
        ["compare", "NAME", "good.md"],
        ["convert", "NAME"],
        ["explain", "\x1bc"],
        ["fix", "NAME", "--diff"],
        ["fix", "NAME"],
        ["format", "NAME", "--check"],
        ["format", "NAME", "--diff"],
        ["format", "NAME"],
        ["new", "NAME"],
        ["show", "NAME"],
    ],
    ids=lambda arguments: " ".join(arguments).replace("\x1b", "ESC"),
)
def test_no_name_steers_the_terminal(run: Run, tmp_path: Path, good: Path, arguments: list[str]) -> None:
    """Not by a whole command such as ESC c either; those that only colour Click takes out, unless it is a terminal."""
    name = "a\x1bc.md"
    (tmp_path / name).write_text(good.read_text("utf-8").replace(*WRONG_TOTAL).replace("\n\n\n\n", "\n\n"), "utf-8")
    (tmp_path / "\x1bc").mkdir()
    (tmp_path / "\x1bc.toml").write_text("selct = '\x1bc'\n")
    known = {"path": name, "code": "SIG001", "line": "\x1bc"}
    (tmp_path / "gone.jsonl").write_text(f"{json.dumps(baseline._HEADER)}\n{json.dumps(known)}\n")
    done = run(*(name if one == "NAME" else one for one in arguments))
    assert done.stdout + done.stderr
    assert "\x1b" not in done.stdout + done.stderr
