"""The console that reports are printed on: plain text of documents, never markup."""

from typing import TextIO

from rich.console import Console


class ReportConsole(Console):
    """Rich's console, without markup, emoji codes and guesses at what to highlight.

    Where nobody reads any more it raises BrokenPipeError; Rich by itself would end the process with a code of its own.
    """

    def __init__(self, stream: TextIO, *, color: bool = True) -> None:
        super().__init__(file=stream, no_color=not color or None, highlight=False, markup=False, emoji=False)

    def on_broken_pipe(self) -> None:
        """Called by Rich in its handling of a closed pipe."""
        raise BrokenPipeError
