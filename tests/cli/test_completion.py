"""What Click answers to the shells: bash, zsh and fish ask the program itself what may follow on a command line."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SHELLS = ["bash", "zsh", "fish"]
# Where a file or a folder may stand; the last word is the one that is completed.
PATHS = [
    ("check", "dra"),
    ("check", "a.md", "dra"),
    ("check", ""),
    ("check", "--quiet", "folder/dra"),
    ("fix", "dra"),
    ("format", "dra"),
    ("convert", "dra"),
    ("show", "dra"),
    ("compare", "dra"),
    ("compare", "old.md", "dra"),
    ("new", "dra"),
    ("check", "--baseline", "dra"),
    ("check", "--write-baseline", "dra"),
    *((command, "--config", "dra") for command in ("check", "fix", "format", "show", "compare")),
    *(
        (command, "-", "--stdin-filename", "dra")
        for command in ("check", "fix", "format", "convert", "show", "compare")
    ),
]


def answer(shell: str, *words: str, cwd: Path = ROOT) -> list[tuple[str, str]]:
    """For each answer its kind and what would stand on the line."""
    asked = os.fsencode(" ".join(word or "''" for word in ("declparse", *words)))
    last = os.fsencode(words[-1])
    env = {**os.environ, "_DECLPARSE_COMPLETE": f"{shell}_complete"}
    number = last if shell == "fish" else str(len(words)).encode()
    environment = {os.fsencode(name): os.fsencode(value) for name, value in env.items()}
    environment |= {b"COMP_WORDS": asked, b"COMP_CWORD": number}
    command = [sys.executable, "-m", "declparse"]
    done = subprocess.run(command, capture_output=True, env=environment, cwd=cwd, timeout=60)
    assert (done.returncode, done.stderr) == (0, b"")
    lines = os.fsdecode(done.stdout).strip().splitlines()
    if shell == "zsh":  # kind, value and help, a line each
        return list(zip(lines[::3], lines[1::3], strict=True))
    return [(kind, value.partition("\t")[0]) for kind, _, value in (line.partition(",") for line in lines)]


@pytest.mark.parametrize("shell", SHELLS)
@pytest.mark.parametrize("words", PATHS, ids=" ".join)
def test_files_and_folders(shell: str, words: tuple[str, ...]) -> None:
    """The shell completes both, as it does for other programs."""
    assert answer(shell, *words) == [("file", words[-1])]


@pytest.mark.parametrize("shell", SHELLS)
def test_commands_options_and_choices(shell: str) -> None:
    assert ("plain", "check") in answer(shell, "c")
    assert ("plain", "--no-config") in answer(shell, "check", "--no")
    assert answer(shell, "check", "--lang", "f") == [("plain", "fr")]
    assert answer(shell, "check", "a.md", "--output-format", "con") == [("plain", "concise")]


@pytest.mark.parametrize("shell", SHELLS)
def test_what_is_wrong_before_is_not_told_in_the_midst_of_typing(shell: str) -> None:
    assert answer(shell, "chekc", "dra") == []
    assert answer(shell, "check", "--config", ".", "dra") == [("file", "dra")]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no such names")
def test_a_name_that_is_not_utf_8() -> None:
    """Bash and zsh complete it themselves; fish completes the answer, which Click has to write in UTF-8."""
    for shell in SHELLS:
        for before in ("check", "new", "check --config"):
            assert answer(shell, *before.split(), os.fsdecode(b"caf\xe9")) == [("file", "caf?")]


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_no_file_is_looked_at(tmp_path: Path) -> None:
    """A pipe with a name and no writer would be waited for."""
    os.mkfifo(tmp_path / "pipe")
    assert answer("bash", "check", "pipe", "pi", cwd=tmp_path) == [("file", "pi")]
