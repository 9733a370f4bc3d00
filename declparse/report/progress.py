"""A bar that tells on a terminal how much of a long run is done."""

from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from declparse.report.console import ReportConsole

T = TypeVar("T")


def bar(things: Sequence[T], stream: TextIO, *, color: bool = True) -> Iterator[T]:
    """Yield the things one by one, with a bar that is gone at the end; without colours there is no bar.

    It is redrawn in its place, which takes escape sequences.
    """
    console = ReportConsole(stream, color=color)
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=console.color_system is None) as progress:
        yield from progress.track(things)
