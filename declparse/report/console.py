"""The console that reports are printed on: plain text of documents, never markup."""

import os
from typing import TextIO

from rich.console import Console
from rich.text import Text

_NO_BREAK, _STAND_IN = "\u00a0", "\ue000"


class ReportConsole(Console):
    """Rich's console, without markup, emoji codes and guesses at what to highlight.

    Without colours, which is also what a NO_COLOR that is not empty asks for, it sends no escape sequence at all; Rich
    by itself would keep bold and dim. Where nobody reads any more it raises BrokenPipeError; Rich by itself would end
    the process with a code of its own.
    """

    def __init__(self, stream: TextIO, *, color: bool = True) -> None:
        plain = not color or bool(os.environ.get("NO_COLOR"))
        super().__init__(
            file=stream, color_system=None if plain else "auto", highlight=False, markup=False, emoji=False
        )

    def wrapped(self, line: Text, width: int) -> Text:
        """Return the line, broken where it must be and may be. Rich breaks it at no-break spaces as well."""
        if _NO_BREAK not in line.plain:
            return line  # Rich does it
        return Text("\n").join(self.lines(line, width))

    def lines(self, text: Text, width: int) -> list[Text]:
        """Return the text in lines that are no wider; a word that is too long for one is broken, too."""
        text = text.copy()
        text.plain = text.plain.replace(_NO_BREAK, _STAND_IN)
        lines = list(text.wrap(self, width))
        for line in lines:
            line.plain = line.plain.replace(_STAND_IN, _NO_BREAK)
        return lines

    def on_broken_pipe(self) -> None:
        """Raise the error of a closed pipe, which Rich has caught."""
        raise BrokenPipeError
