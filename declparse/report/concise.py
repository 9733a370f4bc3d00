"""One line for each finding: ``path:line:column: CODE name message``."""

from collections.abc import Iterable, Iterator

from declparse.report.printable import printable
from declparse.report.result import FileResult


def lines(files: Iterable[FileResult]) -> Iterator[str]:
    """Yield the lines of the report, without their ends."""
    for file in files:
        for finding in file.findings:
            place = file.source.position(finding.span.start)
            where = f"{file.name}:{place.line}:{place.column}"
            yield printable(f"{where}: {finding.code} {finding.name} {finding.message}")
