"""The difference between two texts as a unified diff, as ``diff -u`` and ``git`` write it."""

import difflib
import re
from collections.abc import Iterator
from typing import TextIO

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
_COLORS = {"-": "red", "+": "green", "@": "cyan"}


def unified(old: str, new: str, name: str) -> Iterator[str]:
    """The lines of the diff, each with a line end; none where the texts are equal."""
    for line in difflib.unified_diff(_LINE.findall(old), _LINE.findall(new), name, name):
        if line.endswith("\n"):
            yield line
        else:
            yield f"{line}\n" if line.endswith("\r") else f"{line}\n\\ No newline at end of file\n"


def write(old: str, new: str, name: str, stream: TextIO, *, color: bool) -> None:
    """Writes the diff: as it is for programs, on a terminal in colours and without what would steer it."""
    if not stream.isatty():
        stream.writelines(unified(old, new, name))
        return
    from rich.text import Text

    from declparse.report.console import ReportConsole
    from declparse.report.printable import printable

    console = ReportConsole(stream, color=color)
    for line in unified(old, new, name):
        heading = line.startswith(("--- ", "+++ "))
        style = "bold" if heading else _COLORS.get(line[:1], "")
        for part in line.rstrip("\r\n").split("\n"):
            console.print(Text(printable(part), style), soft_wrap=True)
