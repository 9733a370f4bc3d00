"""``declparse check``: validates declarations and reports findings."""

import datetime as dt
import sys
from collections.abc import Callable
from functools import partial
from itertools import chain

import click

from declparse import pipeline
from declparse.cli.files import may_be_passed_over, read_all, tell_passed_over
from declparse.cli.outcome import FINDINGS, Outcome, tell
from declparse.cli.parameters import DAY, RULES, require_stdin, stdin_filename
from declparse.document import Document
from declparse.findings import Finding, Severity
from declparse.report.result import DocumentResult, FileResult
from declparse.rules import engine


@click.command(
    "check",
    epilog="Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be done, 130 interrupted.",
)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output-format",
    type=click.Choice(["full", "concise", "json"]),
    default="full",
    show_default=True,
    help="full: with lines and help; concise: one line each; json: for programs.",
)
@click.option(
    "--select", type=RULES, multiple=True, help="Report only these rules: codes, names or families, comma-separated."
)
@click.option("--ignore", type=RULES, multiple=True, help="Do not report these rules.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    default="error",
    show_default=True,
    help="The severity from which on findings make the exit code 1.",
)
@click.option(
    "--profile",
    type=click.Choice(["published", "draft"]),
    default="published",
    show_default=True,
    help="draft: numbers and date may be missing or placeholders; all else is judged as of today.",
)
@click.option("--today", type=DAY, help="The day on which dates are judged (YYYY-MM-DD), by default today.")
@click.option(
    "--only-declarations", is_flag=True, help="Pass over named files that have no sign of a declaration, too."
)
@stdin_filename
@click.option("--quiet", is_flag=True, help="Print no verdicts and notes, only findings.")
@click.option("--no-color", is_flag=True, help="No colours, as with the environment variable NO_COLOR.")
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
    fail_on: str,
    profile: engine.Profile,
    today: dt.date | None,
    only_declarations: bool,
    stdin_filename: str | None,
    quiet: bool,
    no_color: bool,
) -> None:
    """Check declarations and report what is wrong with them.

    PATH is a file, a folder (every *.md and *.txt file below it that .gitignore does not exclude), or - for standard
    input; without PATH, the current folder.
    """
    selected, ignored = list(chain(*select)), list(chain(*ignore))
    results: list[FileResult] = []
    passed_over = 0
    only_open = False
    require_stdin(paths, stdin_filename)
    for text in read_all(paths, stdin_filename, outcome):
        documents = pipeline.parse_all(text.source)
        if may_be_passed_over(text, documents, only_declarations=only_declarations):
            passed_over += 1
            continue
        find = partial(engine.check, today=today, select=selected, ignore=ignored)
        checked = [DocumentResult(one, tuple(find(one, profile=profile))) for one in documents]
        results.append(FileResult(text.source, tuple(checked)))
        only_open = only_open or any(one.count(Severity.ERROR) and _is_a_draft(one.document, find) for one in checked)
    results.sort(key=lambda result: result.name)
    if _fails(results, fail_on):
        outcome.at_least(FINDINGS)
    _print(results, output_format, verdicts=not quiet, color=not no_color)
    if only_open and output_format == "full" and not quiet:
        tell("where only numbers or date are open, the text may be a draft: see --profile draft")
    if passed_over and not quiet:
        tell_passed_over(passed_over)


def _is_a_draft(document: Document, find: Callable[..., list[Finding]]) -> bool:
    """Whether nothing is wrong but what a draft cannot have yet."""
    return not any(finding.severity is Severity.ERROR for finding in find(document, profile="draft"))


def _fails(results: list[FileResult], fail_on: str) -> bool:
    if fail_on == "never":
        return False
    limit = Severity(fail_on).rank
    return any(finding.severity.rank >= limit for result in results for finding in result.findings)


def _print(results: list[FileResult], output_format: str, *, verdicts: bool, color: bool) -> None:
    if output_format == "json":
        from declparse.report import json

        click.echo(json.text(results))
    elif output_format == "concise":
        from declparse.report import concise

        for line in concise.lines(results):
            click.echo(line)
    else:
        from declparse.report import full

        full.write(results, sys.stdout, verdicts=verdicts, color=color)
