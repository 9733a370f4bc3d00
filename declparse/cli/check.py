"""``declparse check``: validates declarations and reports findings."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence

import click

from declparse import pipeline
from declparse.cli import parameters, texts
from declparse.cli.check_run import CheckRun
from declparse.cli.choices import Choices
from declparse.cli.inputs import Input, may_be_passed_over, read_all
from declparse.cli.outcome import FINDINGS, Outcome, tell
from declparse.cli.printing import output_format, print_findings
from declparse.findings import Severity
from declparse.rules.options import Profile
from declparse.settings import FailOn
from declparse.wording import Count, Lang

_FILE = click.Path(dir_okay=False)
_MANY = 100  # files, the least that take longer than one waits without a word


@click.command(
    "check",
    epilog="Settings: [tool.declparse] in pyproject.toml, or declparse.toml; what is given here wins. "
    "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be done, 130 interrupted.",
)
@click.argument("paths", nargs=-1, type=parameters.PATH, metavar="[PATH]...")
@output_format
@parameters.rules("--select", help="Report only these rules: codes, names or families, comma-separated.")
@parameters.rules("--extend-select", help="Report these rules, too, beside the selected ones.")
@parameters.rules("--ignore", help="Do not report these rules.")
@parameters.severity
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The severity from which on findings make the exit code 1, by default error.",
)
@parameters.profile
@parameters.today
@click.option("--collection", is_flag=True, default=None, help="Compare the files as one collection, too.")
@click.option("--baseline", type=_FILE, metavar="FILE", help="Do not report the findings that this file knows.")
@click.option("--write-baseline", type=_FILE, metavar="FILE", help="Write the findings to a baseline and report none.")
@parameters.which_files
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@click.option("--quiet", is_flag=True, help="Print no verdicts and notes, only findings.")
@parameters.no_color
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[str, ...] | None,
    extend_select: tuple[str, ...] | None,
    ignore: tuple[str, ...] | None,
    severity: tuple[tuple[str, Severity], ...],
    fail_on: FailOn | None,
    profile: Profile | None,
    today: dt.date | None,
    collection: bool | None,
    baseline: str | None,
    write_baseline: str | None,
    exclude: tuple[str, ...],
    force_exclude: bool | None,
    only_declarations: bool,
    config: str | None,
    no_config: bool,
    lang: Lang | None,
    stdin_filename: str | None,
    quiet: bool,
    no_color: bool,
) -> None:
    """Check declarations and report what is wrong with them.

    PATH is a file, a folder (every *.md and *.txt file below it that .gitignore does not exclude), or - for standard
    input; without PATH, the current folder.
    """
    parameters.require_stdin(paths, stdin_filename)
    choices = Choices(
        config=config,
        no_config=no_config,
        exclude=exclude,
        severity=dict(severity),
        given={
            "select": select,
            "extend_select": extend_select,
            "ignore": ignore,
            "fail_on": fail_on,
            "profile": profile,
            "baseline": baseline,
            "force_exclude": force_exclude,
            "lang": lang,
            "collection": collection,
        },
    )
    run = CheckRun(choices, today, with_baselines=write_baseline is None)
    inputs: Iterable[Input] = read_all(
        paths, stdin_filename, outcome, choices, quiet=quiet, may_be_empty=only_declarations
    )
    if not quiet and sys.stderr.isatty():
        inputs = _with_a_bar(list(inputs), color=not no_color)
    for text in inputs:
        documents = pipeline.parse_all(text.source)
        if may_be_passed_over(text, documents, only_declarations=only_declarations):
            run.pass_over(text.source)
        else:
            run.check(text.source, documents)
    run.check_collection()
    if write_baseline is not None:
        tell(run.write_baseline(write_baseline))
        return
    if run.fails:
        outcome.at_least(FINDINGS)
    results = run.in_order()

    def in_full() -> None:
        from declparse.report import full

        full.write(results, sys.stdout, verdicts=not quiet, color=not no_color)

    print_findings(results, output_format, in_full)
    for line in run.gone():
        tell(line)
    if run.seems_a_draft and output_format == "full" and not quiet:
        tell(run.say(texts.DRAFT))
    if run.passed_over and not quiet:
        tell(run.say(texts.PASSED_OVER, number=Count(run.passed_over)))


def _with_a_bar(inputs: Sequence[Input], *, color: bool) -> Iterable[Input]:
    """Return the texts; where they are many, a bar tells how many are done."""
    if len(inputs) < _MANY:
        return inputs
    from declparse.report import progress

    return progress.bar(inputs, sys.stderr, color=color)
