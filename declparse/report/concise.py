"""One line for each finding: ``path:line:column: CODE name message``."""

from collections.abc import Iterable, Iterator

from declparse.findings import Finding
from declparse.report.result import FileResult
from declparse.source import Position


def lines(files: Iterable[FileResult]) -> Iterator[str]:
    """The lines of the report, without their ends."""
    for file in files:
        for finding in file.findings:
            yield line(file.name, file.source.position(finding.span.start), finding)


def line(name: str, place: Position, finding: Finding) -> str:
    """The line for a finding at that place of a file."""
    from declparse.report.printable import printable  # needed for findings only

    return printable(f"{name}:{place.line}:{place.column}: {finding.code} {finding.name} {finding.message}")
