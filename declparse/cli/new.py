"""``declparse new``: the skeleton of a draft."""

import datetime as dt
import os
import sys

import click

from declparse import pipeline, settings, writing
from declparse.characters import fold_space
from declparse.cli.outcome import FAILED, Outcome, tell
from declparse.cli.parameters import DAY
from declparse.cli.texts import TEXTS
from declparse.document import Language
from declparse.skeleton import legend_line, skeleton
from declparse.wording import say


@click.command("new", epilog="Exit codes: 0 done, 2 the file exists, or something else could not be done.")
@click.argument("file", required=False, type=click.Path(dir_okay=False), metavar="[FILE]")
@click.option("--title", help="The title of the declaration.")
@click.option("--tabler", metavar="SIGNATORY", help='Who tables it: "NÉMETH Zsolt, Hungary, ECPA", for example.')
@click.option(
    "--language",
    type=click.Choice(["en", "fr"]),
    default="en",
    show_default=True,
    help="The language of the declaration.",
)
@click.option("--today", type=DAY, help="The day as of which the group is named (YYYY-MM-DD), by default today.")
@click.pass_obj
def command(
    outcome: Outcome,
    file: str | None,
    title: str | None,
    tabler: str | None,
    language: Language,
    today: dt.date | None,
) -> None:
    """Write the skeleton of a draft, to FILE or to standard output.

    It has all parts but those that only people can write, with placeholders for numbers and date. On a terminal it asks
    for the title and the tabler if they are not given; an empty answer leaves the part out. A file that exists is never
    overwritten.
    """
    if file is not None and os.path.lexists(file):
        tell(f"{file}: exists already and is not overwritten")
        outcome.at_least(FAILED)
        return
    title = _title(_given_or_asked(title, "Title"))
    tabler = _given_or_asked(tabler, "Tabler (SURNAME Given name, country, group)")
    text = _draft(language, title, tabler, today or dt.date.today())
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        writing.create(file, text.encode())
    except OSError as error:
        tell(f"{file}: cannot be written: {error.strerror or error}")
        outcome.at_least(FAILED)


def _given_or_asked(value: str | None, question: str) -> str:
    """What an option gives, else what a person answers, else nothing; the question is no result."""
    if value is None and sys.stdin is not None and sys.stdin.isatty():
        value = click.prompt(question, default="", show_default=False, err=True)
    return fold_space(value or "")


def _title(title: str) -> str:
    """The title, if it is read as one."""
    if title and pipeline.parse(skeleton("en", title, "")).title != title:
        raise click.UsageError(f"'{title}' would not be read as a title; write it in words, without marks")
    return title


def _draft(language: Language, title: str, tabler: str, day: dt.date) -> str:
    """The skeleton, with a line in the legend for the tabler's group, if its name is known."""
    text = skeleton(language, title, tabler)
    if not tabler:
        return text
    signatories = pipeline.parse(text).signatories
    if len(signatories) != 1 or signatories[0].group is None:
        raise click.UsageError(f"'{tabler}' is not name, country, group; write it like NÉMETH Zsolt, Hungary, ECPA")
    legend = legend_line(signatories[0], language, day)
    if not legend:
        tell(say(TEXTS, "no_legend", settings.find(None).lang, group=signatories[0].group))
    return skeleton(language, title, tabler, legend)
