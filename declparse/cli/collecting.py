"""The files of a run as one collection: what their numbers, editions and translations have to do with each other."""

from collections.abc import Iterator, Sequence

from declparse.findings import Finding
from declparse.report.result import FileResult
from declparse.rules import engine
from declparse.rules.options import Options


def findings(files: Sequence[tuple[FileResult, Options]]) -> Iterator[list[tuple[Finding, ...]]]:
    """The findings for each document of each file, in the same order; each file has its own options."""
    documents = [one.document for result, _ in files for one in result.documents]
    options = [chosen for result, chosen in files for _ in result.documents]
    found = iter(engine.check_collection(documents, options))
    for result, _ in files:
        yield [tuple(next(found)) for _ in result.documents]
