"""``declparse convert``: writes what the text says."""

import json
import os
from typing import Any

import click

from declparse import pipeline
from declparse.cli import parameters, texts
from declparse.cli.choices import Choices
from declparse.cli.inputs import may_be_passed_over, read_all
from declparse.cli.outcome import FINDINGS, Outcome, tell
from declparse.document import Document
from declparse.export.json import to_dict
from declparse.wording import Count, Lang, say


@click.command(
    "convert",
    epilog="Exit codes: 0 all was read, 1 something could not be read (complete is false), 2 something failed.",
)
@click.argument("paths", nargs=-1, type=parameters.PATH, metavar="[PATH]...")
@click.option(
    "--to",
    "form",
    type=click.Choice(["json", "ndjson"]),
    default="json",
    show_default=True,
    help="ndjson: one object a line.",
)
@click.option("--locations", is_flag=True, help="Add to each part where it stands.")
@parameters.which_files
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@click.option("--quiet", is_flag=True, help="Do not tell what was passed over, only what could not be done.")
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    form: str,
    locations: bool,
    exclude: tuple[str, ...],
    force_exclude: bool | None,
    only_declarations: bool,
    config: str | None,
    no_config: bool,
    lang: Lang | None,
    stdin_filename: str | None,
    quiet: bool,
) -> None:
    """Write what the text says as JSON.

    One object for one named file that holds one declaration, otherwise an array. PATH is a file, a folder, or - for
    standard input; without PATH, the current folder.
    """
    parameters.require_stdin(paths, stdin_filename)
    given = {"force_exclude": force_exclude, "lang": lang}
    choices = Choices(config=config, no_config=no_config, exclude=exclude, given=given)
    inputs = read_all(paths, stdin_filename, outcome, choices, quiet=quiet, may_be_empty=only_declarations)
    documents: list[Document] = []
    passed_over: list[str | None] = []
    for text in sorted(inputs, key=lambda text: text.source.path or ""):
        found = pipeline.parse_all(text.source)
        if may_be_passed_over(text, found, only_declarations=only_declarations):
            passed_over.append(text.source.path)
        else:
            documents += found
    if passed_over and not quiet:
        told_in = choices.of(passed_over[0]).lang
        tell(say(texts.PASSED_OVER, told_in, number=Count(len(passed_over))))
    objects = [to_dict(document, locations=locations) for document in documents]
    if not all(one["complete"] for one in objects):
        outcome.at_least(FINDINGS)
    if objects or form == "ndjson" or not outcome.code:
        is_alone = len(objects) == len(paths) == 1 and not os.path.isdir(paths[0])
        _print(objects, form, is_alone=is_alone)


def _print(objects: list[dict[str, Any]], form: str, *, is_alone: bool) -> None:
    """Print the objects: one a line, or an array; without it where one is all that was asked for."""
    if form == "ndjson":
        for one in objects:
            click.echo(json.dumps(one, ensure_ascii=False))
    else:
        click.echo(json.dumps(objects[0] if is_alone else objects, ensure_ascii=False, indent=2))
