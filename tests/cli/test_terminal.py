"""Colours and other escape sequences: on a terminal unless people do without, and in a patch nowhere else."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SAMPLES, Run, sent_to_a_terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="terminals of POSIX")

TODAY = "2026-11-23"  # all the samples are older
GOOD, BAD = str(SAMPLES / "declaration-817.md"), str(SAMPLES / "bad" / "three-faults.md")
EDITION, NEXT = (str(SAMPLES / name) for name in ("editions/dialects.md", "good/dialects-2nd-edition.md"))
FIXABLE = str(SAMPLES / "bad" / "STA002-outdated-country-name.txt")
REPORTS = {
    "check": ("check", BAD, "--today", TODAY),
    "verdict": ("check", GOOD, "--today", TODAY),
    "show": ("show", BAD, "--today", TODAY),
    "compare": ("compare", EDITION, NEXT),
    "compare others": ("compare", GOOD, BAD),
    "fix --diff": ("fix", "--diff", FIXABLE, "--today", TODAY),
    "format --diff": ("format", "--diff", FIXABLE),
    "explain": ("explain", "SIG001"),
    "rules": ("rules",),
}
# What asks other programs for colours where there is no terminal.
ASKING = {"FORCE_COLOR": "1", "TTY_COMPATIBLE": "1", "TTY_INTERACTIVE": "1", "CLICOLOR_FORCE": "1", "CLICOLOR": "1"}

OnATerminal = Callable[..., str]


@pytest.fixture
def on_a_terminal(tmp_path: Path) -> OnATerminal:
    """Runs the command line on a pseudo-terminal; what that is sent."""

    def run(*arguments: str, width: int = 120, **environment: str) -> str:
        inherited = {name: value for name, value in os.environ.items() if name not in {*ASKING, "NO_COLOR"}}
        env = inherited | {"TERM": "xterm-256color", "COLUMNS": str(width), **environment}
        command = [sys.executable, "-m", "declparse", *arguments]
        code, sent = sent_to_a_terminal(command, stdin=subprocess.DEVNULL, cwd=tmp_path, env=env)
        assert code in (0, 1)
        return sent

    return run


def _words(text: str) -> str:
    return re.sub(r"\x1b\[[\d;]*m", "", text)


@pytest.mark.parametrize("report", REPORTS)
def test_no_escape_sequence_where_people_do_without_colours(on_a_terminal: OnATerminal, report: str) -> None:
    """Neither colours nor bold nor dim, and the words and their places are the same."""
    arguments = REPORTS[report]
    coloured = on_a_terminal(*arguments)
    assert "\x1b[" in coloured
    plain = _words(coloured)
    assert on_a_terminal(*arguments, "--no-color") == plain
    assert on_a_terminal(*arguments, "--no-color", **ASKING) == plain
    assert on_a_terminal(*arguments, NO_COLOR="1") == plain
    assert on_a_terminal(*arguments, NO_COLOR="1", **ASKING) == plain
    assert on_a_terminal(*arguments, NO_COLOR="") == coloured  # which is to be as if it were not there
    assert "\x1b" not in on_a_terminal(*arguments, TERM="dumb")


def test_a_narrow_table_of_rules_without_colours(on_a_terminal: OnATerminal) -> None:
    assert "\x1b[" in on_a_terminal("rules", width=60)
    assert "\x1b" not in on_a_terminal("rules", "--no-color", width=60)


@pytest.mark.parametrize("arguments", [("--help",), ("check", "--help"), ("rules", "--help")])
def test_help_is_plain(on_a_terminal: OnATerminal, arguments: tuple[str, ...]) -> None:
    assert "\x1b" not in on_a_terminal(*arguments)


def test_a_bar_needs_a_terminal_that_may_be_steered(on_a_terminal: OnATerminal, tmp_path: Path, original: str) -> None:
    """It goes back to the start of its line; without that it would fill the screen."""
    for number in range(100):
        (tmp_path / f"{number}.md").write_text(original, encoding="utf-8")
    assert "100/100" in on_a_terminal("check", ".", "--today", TODAY)
    for more, environment in ((("--no-color",), {}), ((), {"NO_COLOR": "1"}), ((), {"TERM": "dumb"})):
        shown = on_a_terminal("check", ".", "--today", TODAY, *more, **environment)
        assert shown == "100 of 100 documents can be filed\r\n"


@pytest.mark.parametrize("command", [("fix", "--today", TODAY), ("format",)], ids=" ".join)
def test_a_patch_has_no_colours_whatever_is_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    """It is for programs: ``patch`` and ``git apply`` take it, and other line ends stay in it."""
    text = Path(FIXABLE).read_bytes().replace(b"\n", b"\r\n")
    for name, value in ASKING.items():
        monkeypatch.setenv(name, value)
    for apply in (["patch", "-s", "-p0", "--binary"], ["git", "apply", "-p0", "-"]):
        file = tmp_path / "draft.txt"
        file.write_bytes(text)
        patch = run(*command, "--diff", file.name).stdout
        assert "\x1b" not in patch
        assert run(*command, "--check", file.name).returncode == 1
        subprocess.run(apply, input=patch.encode(), cwd=tmp_path, check=True)
        assert run(*command, "--check", file.name).returncode == 0


def test_the_fields_of_rules_are_for_programs_too(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in ASKING.items():
        monkeypatch.setenv(name, value)
    rows = [line.split("\t") for line in run("rules").stdout.splitlines()]
    assert {len(row) for row in rows} == {4}
    assert ["SIG001", "total-mismatch", "error"] in [row[:3] for row in rows]
