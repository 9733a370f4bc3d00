"""``declparse compare``: checks a new edition against the old one, or a translation against its original."""

import datetime as dt
import os
import sys
from collections.abc import Sequence

import click

from declparse import pipeline
from declparse.cli import parameters, texts
from declparse.cli.check_run import fails
from declparse.cli.choices import Choices
from declparse.cli.inputs import read_all
from declparse.cli.outcome import FAILED, FINDINGS, Outcome, tell
from declparse.cli.printing import output_format, print_findings
from declparse.comparison import differences
from declparse.document import Document
from declparse.findings import Severity
from declparse.report.result import DocumentResult, FileResult
from declparse.rules.support.pairing import Comparison, is_comparable, side_by_side
from declparse.settings import FailOn, Settings
from declparse.source import SourceText
from declparse.wording import Lang, say

_FILE = click.Path(dir_okay=False)


@click.command(
    "compare",
    epilog="Exit codes: 0 the two agree, 1 something does not agree (see --fail-on), 2 something could not be done.",
)
@click.argument("old", type=parameters.PATH)
@click.argument("new", type=parameters.PATH)
@output_format
@parameters.rules("--select", help="Report only these rules: codes, names or families.")
@parameters.rules("--ignore", help="Do not report these rules.")
@parameters.severity
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="warning",
    show_default=True,
    help="The severity from which on findings make the exit code 1.",
)
@parameters.today
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@click.option("--quiet", is_flag=True, help="Print no summary, only findings.")
@parameters.no_color
@click.pass_obj
def command(
    outcome: Outcome,
    old: str,
    new: str,
    output_format: str,
    select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    severity: tuple[tuple[str, Severity], ...],
    fail_on: FailOn,
    today: dt.date | None,
    config: str | None,
    no_config: bool,
    lang: Lang | None,
    stdin_filename: str | None,
    quiet: bool,
    no_color: bool,
) -> None:
    """Compare a new edition with the old one, or a translation with its original.

    In a new edition nothing may change but the date, the number of the edition, and the signatures that were added. A
    translation has the numbers, the date and the signatories of its original. What each document has wrong by itself is
    for check to say. OLD and NEW are files; one of them may be - for standard input.
    """
    parameters.require_stdin((old, new), stdin_filename)
    given = {"select": select, "ignore": ignore, "lang": lang}
    choices = Choices(config=config, no_config=no_config, severity=dict(severity), given=given)
    sources = _read(old, new, stdin_filename, outcome, choices)
    if sources is None:
        return
    before, after = (pipeline.parse_all(source) for source in sources)
    pairs = {id(pair.new): pair for pair in side_by_side(before, after)}
    chosen = choices.of(sources[1].path)
    documents = zip(sources, (before, after), strict=True)
    files = [_result(source, found, pairs, chosen, today) for source, found in documents]
    if any(fails(file, fail_on) for file in files):
        outcome.at_least(FINDINGS)
    if not quiet:
        _tell_what_is_left(files, [pair for pair in pairs.values() if pair.belong_together], chosen.lang)
    files.sort(key=lambda file: file.name)

    def in_full() -> None:
        from declparse.report import comparison

        comparison.write(files, pairs, sys.stdout, summary=not quiet, color=not no_color)

    print_findings(files, output_format, in_full)


def _read(old: str, new: str, stdin_name: str | None, outcome: Outcome, choices: Choices) -> list[SourceText] | None:
    """Return the texts of both files; None where one of them is excluded or cannot be read, which is told."""
    if old == new == "-":
        raise click.UsageError("only one of the two can be standard input")
    for path in (old, new):
        if os.path.isdir(path):
            raise click.UsageError(f"{path}: this is a folder; a file was expected")
    texts = [text.source for path in (old, new) for text in read_all([path], stdin_name, outcome, choices)]
    if len(texts) == 2:
        return texts
    outcome.at_least(FAILED)
    return None


def _tell_what_is_left(files: Sequence[FileResult], pairs: Sequence[Comparison], lang: Lang) -> None:
    """Name the old declarations that nothing was compared with, unless nothing belongs together."""
    old, new = files[0], files[-1]
    compared = {id(pair.old) for pair in pairs}
    for document in (result.document for result in old.documents):
        if compared and is_comparable(document) and id(document) not in compared:
            from declparse.report.full import title  # it takes time to load

            tell(say(texts.NOT_IN_NEW, lang, old=old.name, new=new.name, name=title(document) or "Doc. …"))


def _result(
    source: SourceText,
    documents: Sequence[Document],
    pairs: dict[int, Comparison],
    chosen: Settings,
    today: dt.date | None,
) -> FileResult:
    """Return what was found in a file: what does not agree, or why its documents cannot be compared."""
    options = chosen.options(source.path, today)
    found = (tuple(differences(document, pairs.get(id(document)), options)) for document in documents)
    return FileResult(source, tuple(map(DocumentResult, documents, found)), chosen.lang)
