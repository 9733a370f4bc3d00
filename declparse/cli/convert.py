"""``declparse convert``: writes what the text says."""

import json
import os

import click

from declparse import pipeline
from declparse.cli.files import may_be_passed_over, read_all
from declparse.cli.outcome import FINDINGS, Outcome, tell
from declparse.cli.parameters import PATH, language, require_stdin, stdin_filename
from declparse.cli.texts import TEXTS
from declparse.document import Document
from declparse.export.json import is_complete, to_dict
from declparse.wording import Count, Lang, say


@click.command(
    "convert",
    epilog="Exit codes: 0 all was read, 1 something could not be read (complete is false), 2 something failed.",
)
@click.argument("paths", nargs=-1, type=PATH, metavar="[PATH]...")
@click.option(
    "--to",
    "form",
    type=click.Choice(["json", "ndjson"]),
    default="json",
    show_default=True,
    help="ndjson: one object a line.",
)
@click.option("--locations", is_flag=True, help="Add to each part where it stands.")
@language
@stdin_filename
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    form: str,
    locations: bool,
    lang: Lang | None,
    stdin_filename: str | None,
) -> None:
    """Write what the text says as JSON.

    One object for one named file that holds one declaration, otherwise an array. PATH is a file, a folder, or - for
    standard input; without PATH, the current folder.
    """
    require_stdin(paths, stdin_filename)
    texts = sorted(read_all(paths, stdin_filename, outcome), key=lambda text: text.source.path or "")
    documents: list[Document] = []
    passed_over = 0
    for text in texts:
        found = pipeline.parse_all(text.source)
        if may_be_passed_over(text, found):
            passed_over += 1
        else:
            documents += found
    if passed_over:
        tell(say(TEXTS, "passed_over", lang or "en", number=Count(passed_over)))
    if not all(map(is_complete, documents)):
        outcome.at_least(FINDINGS)
    objects = [to_dict(document, locations=locations) for document in documents]
    if form == "ndjson":
        for one in objects:
            click.echo(json.dumps(one, ensure_ascii=False))
    elif len(objects) == 1 and len(paths) == 1 and not os.path.isdir(paths[0]):
        click.echo(json.dumps(objects[0], ensure_ascii=False, indent=2))
    elif objects or not outcome.code:
        click.echo(json.dumps(objects, ensure_ascii=False, indent=2))
