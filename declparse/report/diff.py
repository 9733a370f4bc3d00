"""What a command would change in a file, as a unified diff."""

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import TextIO

from rich.text import Text

from declparse.report.console import ReportConsole
from declparse.report.printable import printable

_LINE_END = re.compile("\r\n?|\n")
_LINE = re.compile("[^\n]*\n|[^\n]+")  # for patch, a line ends at LF only
_NO_LINE_END = "\n\\ No newline at end of file\n"
_STYLES = {"---": "bold", "+++": "bold", "@": "cyan", "-": "red", "+": "green"}


def write(name: str, old: str, new: str, stream: TextIO, *, color: bool = True) -> None:
    """Write the difference: in colours on a terminal, as ``patch`` reads it elsewhere.

    On a terminal all line ends are alike, and none of them is a difference, nor is a byte order mark shown.
    """
    if not stream.isatty():  # Rich would ask the environment as well, and FORCE_COLOR would spoil the patch
        stream.writelines(_lines(printable(name), old, new))
        return
    console = ReportConsole(stream, color=color)
    old, new = (_LINE_END.sub("\n", text.removeprefix("\ufeff")) for text in (old, new))
    for number, line in enumerate(_lines(printable(name), old, new)):
        mark = line[: 3 if number < 2 else 1]
        for part in line.removesuffix("\n").split("\n"):
            console.print(Text(printable(part), _STYLES.get(mark, "")), soft_wrap=True)


def _lines(name: str, old: str, new: str) -> Iterator[str]:
    for line in unified_diff(_LINE.findall(old), _LINE.findall(new), name, name):
        yield line if line.endswith("\n") else line + _NO_LINE_END
