"""``declparse check``: validates declarations and reports findings."""

import datetime as dt
import sys
from collections.abc import Iterable
from itertools import chain

import click

from declparse import pipeline
from declparse.cli.checking import Run
from declparse.cli.choices import Choices
from declparse.cli.files import Input, may_be_passed_over, read_all
from declparse.cli.outcome import FINDINGS, Outcome, tell
from declparse.cli.parameters import DAY, RULE_SEVERITY, RULES, language, require_stdin, stdin_filename
from declparse.findings import Severity
from declparse.report.result import FileResult
from declparse.rules.engine import Profile
from declparse.settings import FailOn
from declparse.wording import Count, Lang

_FILE = click.Path(dir_okay=False)


@click.command(
    "check",
    epilog="Settings: [tool.declparse] in pyproject.toml, or declparse.toml; what is given here wins. "
    "Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 something could not be done, 130 interrupted.",
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
@click.option("--extend-select", type=RULES, multiple=True, help="Report these rules, too, beside the selected ones.")
@click.option("--ignore", type=RULES, multiple=True, help="Do not report these rules.")
@click.option(
    "--severity", type=RULE_SEVERITY, multiple=True, help="Give a rule another severity: SIG003=error, for example."
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "info", "never"]),
    help="The severity from which on findings make the exit code 1, by default error.",
)
@click.option(
    "--profile",
    type=click.Choice(["published", "draft"]),
    help="draft: numbers and date may be missing or placeholders; all else is judged as of today.",
)
@click.option("--today", type=DAY, help="The day on which dates are judged (YYYY-MM-DD), by default today.")
@click.option("--collection", is_flag=True, default=None, help="Compare the files as one collection, too.")
@click.option("--baseline", type=_FILE, metavar="FILE", help="Do not report the findings that this file knows.")
@click.option("--write-baseline", type=_FILE, metavar="FILE", help="Write the findings to a baseline and report none.")
@click.option("--exclude", metavar="PATTERN", multiple=True, help="Pass over these files (as in .gitignore).")
@click.option("--force-exclude", is_flag=True, default=None, help="Exclude files that are named, too.")
@click.option(
    "--only-declarations", is_flag=True, help="Pass over named files that have no sign of a declaration, too."
)
@click.option("--config", type=_FILE, metavar="FILE", help="Take the settings from this file.")
@click.option("--no-config", is_flag=True, help="Take no settings from any file.")
@language
@stdin_filename
@click.option("--quiet", is_flag=True, help="Print no verdicts and notes, only findings.")
@click.option("--no-color", is_flag=True, help="No colours, as with the environment variable NO_COLOR.")
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    output_format: str,
    select: tuple[tuple[str, ...], ...],
    extend_select: tuple[tuple[str, ...], ...],
    ignore: tuple[tuple[str, ...], ...],
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
    require_stdin(paths, stdin_filename)
    if config is not None and no_config:
        raise click.UsageError("--config and --no-config cannot be given together")
    choices = Choices(
        config=config,
        no_config=no_config,
        exclude=exclude,
        severity=dict(severity),
        given={
            "select": tuple(chain(*select)) or None,
            "extend_select": tuple(chain(*extend_select)) or None,
            "ignore": tuple(chain(*ignore)) or None,
            "fail_on": fail_on,
            "profile": profile,
            "baseline": baseline,
            "force_exclude": force_exclude,
            "lang": lang,
            "collection": collection,
        },
    )
    run = Run(choices, today, with_baselines=write_baseline is None)
    texts: Iterable[Input] = read_all(paths, stdin_filename, outcome, choices.excludes, may_be_empty=only_declarations)
    if collection and not quiet:
        texts = _with_a_bar(texts)
    for text in texts:
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
    _print(run.in_order(), output_format, verdicts=not quiet, color=not no_color)
    for line in run.gone():
        tell(line)
    if run.seems_a_draft and output_format == "full" and not quiet:
        tell(run.say("draft"))
    if run.passed_over and not quiet:
        tell(run.say("passed_over", number=Count(run.passed_over)))


def _with_a_bar(texts: Iterable[Input]) -> Iterable[Input]:
    """The texts; on a terminal a bar tells how many are done."""
    if not sys.stderr.isatty():
        return texts
    from declparse.report import progress

    return progress.bar(list(texts), sys.stderr)


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
