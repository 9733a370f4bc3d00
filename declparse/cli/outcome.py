"""Exit codes, the one that a run has reached, and what is told on standard error."""

import contextlib

import click

OK, FINDINGS, FAILED, INTERRUPTED = 0, 1, 2, 130


class Outcome:
    """The exit code reached so far. It only gets worse; 2 wins over 1."""

    def __init__(self) -> None:
        self.code = OK

    def at_least(self, code: int) -> None:
        """Note that something of this code happened."""
        self.code = max(self.code, code)


def tell(message: str) -> None:
    """Tell people something that is no result, on standard error; do without where nobody can listen.

    The message may name a file or quote a text, and these may hold what would steer the terminal.
    """
    from declparse.report.printable import printable  # most runs tell nothing

    with contextlib.suppress(OSError):
        click.echo(f"declparse: {printable(message)}", err=True)
