"""``declparse show``: a declaration at a glance, for the eye."""

import datetime as dt
import sys

import click

from declparse import pipeline
from declparse.cli import parameters, texts
from declparse.cli.check_run import CheckRun
from declparse.cli.choices import Choices
from declparse.cli.inputs import may_be_passed_over, read_all
from declparse.cli.outcome import FAILED, FINDINGS, Outcome, tell
from declparse.rules.options import Profile
from declparse.wording import Count, Lang


@click.command(
    "show",
    epilog="Exit codes: 0 a declaration was shown, whatever was found in it; 1 the text is not a declaration, or not "
    "UTF-8; 2 something could not be done.",
)
@click.argument("path", type=parameters.PATH)
@parameters.profile
@parameters.today
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@parameters.no_color
@click.pass_obj
def command(
    outcome: Outcome,
    path: str,
    profile: Profile | None,
    today: dt.date | None,
    config: str | None,
    no_config: bool,
    lang: Lang | None,
    stdin_filename: str | None,
    no_color: bool,
) -> None:
    """Show a declaration at a glance.

    Header, text, signatories, a bar for each political group and delegation, what the Rules of Procedure ask for and
    what there is, and what check finds. PATH is a file, a folder, or - for standard input.
    """
    parameters.require_stdin((path,), stdin_filename)
    given = {"profile": profile, "lang": lang}
    choices = Choices(config=config, no_config=no_config, given=given)
    run = CheckRun(choices, today, with_baselines=True)
    inputs = list(read_all((path,), stdin_filename, outcome, choices))
    if not inputs:  # what was named is excluded, or could not be read
        outcome.at_least(FAILED)
    for text in inputs:
        documents = pipeline.parse_all(text.source)
        if may_be_passed_over(text, documents):
            run.pass_over(text.source)
        else:
            run.check(text.source, documents)
    _print(run, choices, today, outcome, color=not no_color)
    if run.seems_a_draft:
        tell(run.say(texts.DRAFT))
    if run.passed_over:
        tell(run.say(texts.PASSED_OVER, number=Count(run.passed_over)))


def _print(run: CheckRun, choices: Choices, today: dt.date | None, outcome: Outcome, *, color: bool) -> None:
    from declparse.report import show

    pages = []
    for file in run.in_order():
        options = choices.of(file.source.path).options(file.source.path, today)
        for result in file.documents:
            pages.append(show.Page(file, result, options.on(result.document)))
            if result.document.kind != "written-declaration" or file.source.bad_bytes:
                outcome.at_least(FINDINGS)
    show.write(pages, sys.stdout, color=color)
