"""A bar that tells on a terminal how much of a long run is done."""

from collections.abc import Iterator, Sequence
from typing import TextIO, TypeVar

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

from declparse.report.console import ReportConsole

T = TypeVar("T")


def bar(things: Sequence[T], stream: TextIO) -> Iterator[T]:
    """The things one by one, with a bar that is gone at the end."""
    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=ReportConsole(stream), transient=True) as progress:
        yield from progress.track(things)
