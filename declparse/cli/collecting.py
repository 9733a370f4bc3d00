"""The files of a run as one collection: what their numbers, editions and translations have to do with each other."""

from collections.abc import Iterator, Sequence

from declparse.findings import Finding
from declparse.report.result import FileResult
from declparse.rules import joint
from declparse.settings import Settings


def findings(files: Sequence[tuple[FileResult, Settings]]) -> Iterator[list[tuple[Finding, ...]]]:
    """The findings for each document of each file, in the same order; each file has its own settings."""
    documents = [(one.document, result.source.path, chosen) for result, chosen in files for one in result.documents]
    choices = [_choice(path, chosen) for _, path, chosen in documents]
    found = iter(joint.check_collection([document for document, *_ in documents], choices))
    for result, _ in files:
        yield [tuple(next(found)) for _ in result.documents]


def _choice(path: str | None, chosen: Settings) -> joint.Choice:
    return joint.Choice.of(chosen.selected, chosen.ignored(path), chosen.severity, chosen.lang)
