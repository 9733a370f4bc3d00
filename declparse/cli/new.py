"""``declparse new``: the skeleton of a draft."""

import datetime as dt
import os
import sys
from collections.abc import Callable
from functools import partial

import click

from declparse import pipeline, settings
from declparse.characters.white_space import fold_space
from declparse.cli import texts
from declparse.cli.outcome import FAILED, Outcome, tell
from declparse.cli.parameters import DAY
from declparse.document import Language
from declparse.files import writing
from declparse.skeleton import legend_line, skeleton
from declparse.wording import Phrase, say


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
    """Write the skeleton of a draft, to FILE or, without one and for -, to standard output.

    It has all parts but those that only people can write, with placeholders for numbers and date. On a terminal it asks
    for the title and the tabler if they are not given; an empty answer leaves the part out. A file that exists is never
    overwritten.
    """
    file = None if file == "-" else file
    if file is not None and os.path.lexists(file):
        tell(f"{file}: exists already and is not overwritten")
        outcome.at_least(FAILED)
        return
    title = _given_or_asked(title, texts.ASK_TITLE, _title)
    tabler = _given_or_asked(tabler, texts.ASK_TABLER, partial(_tabler, language))
    text = _draft(language, title, tabler, today or dt.date.today())
    if file is None:
        click.echo(text, nl=False)
        return
    try:
        writing.create(file, text.encode())
    except OSError as error:
        tell(f"{file}: cannot be written: {error.strerror or error}")
        outcome.at_least(FAILED)


def _given_or_asked(value: str | None, question: Phrase, checked: Callable[[str], str]) -> str:
    """Return what an option gives, else what a person answers, else nothing; the question is no result.

    A person is asked again for what is not right; of an option UsageError is raised.
    """
    if value is None and sys.stdin is not None and sys.stdin.isatty():
        asked = say(question, settings.find(None).lang)
        return click.prompt(asked, default="", show_default=False, err=True, value_proc=checked)
    return checked(value or "")


def _title(answer: str) -> str:
    """Return the title, if it is read as one."""
    title = fold_space(answer)
    if title and pipeline.parse(skeleton("en", title, "")).title != title:
        raise click.UsageError(f"'{title}' would not be read as a title; write it in words, without marks")
    return title


def _tabler(language: Language, answer: str) -> str:
    """Return the line of the tabler, if it is read as a signatory."""
    line = fold_space(answer)
    if line and _group(language, line) is None:
        raise click.UsageError(f"'{line}' is not name, country, group; write it like NÉMETH Zsolt, Hungary, ECPA")
    return line


def _group(language: Language, tabler: str) -> str | None:
    """Return the group of the tabler; None where the line is not that of one signatory."""
    signatories = pipeline.parse(skeleton(language, "", tabler)).signatories
    return signatories[0].group if len(signatories) == 1 else None


def _draft(language: Language, title: str, tabler: str, day: dt.date) -> str:
    """Return the skeleton, with a line in the legend for the tabler's group, if its name is known."""
    group = _group(language, tabler)
    legend = legend_line(group, language, day) if group else ""
    if group and not legend:
        tell(say(texts.NO_LEGEND, settings.find(None).lang, group=group))
    return skeleton(language, title, tabler, legend)
