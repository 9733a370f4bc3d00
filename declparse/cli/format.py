"""``declparse format``: rewrites the layout into the one canonical form, and nothing else."""

import sys
from collections import Counter

import click

from declparse import pipeline
from declparse.canonical import Form
from declparse.cli import parameters, texts
from declparse.cli.choices import Choices
from declparse.cli.inputs import Input, may_be_passed_over, read_all
from declparse.cli.outcome import FAILED, FINDINGS, Outcome, tell
from declparse.files import writing
from declparse.report.printable import printable
from declparse.report.result import file_name
from declparse.source import SourceText
from declparse.wording import Count, Lang, Phrase, say

_BOM = "\ufeff".encode()


@click.command(
    "format",
    epilog="Exit codes: 0 done, 1 with --check or --diff: a layout would change; also: a file was left alone, since it "
    "is not UTF-8, no declaration, or would not say the same in another layout; 2 something could not be done.",
)
@click.argument("paths", nargs=-1, type=parameters.PATH, metavar="PATH...", required=True)
@click.option(
    "--to",
    "form",
    type=click.Choice(["markdown", "plain"]),
    default="markdown",
    show_default=True,
    help="plain: without the marks of Markdown.",
)
@click.option("--check", "only_check", is_flag=True, help="Write nothing; name the files whose layout would change.")
@click.option("--diff", "only_diff", is_flag=True, help="Write nothing; print what would change as a unified diff.")
@parameters.which_files
@parameters.which_settings
@parameters.language
@parameters.stdin_filename
@click.option("--quiet", is_flag=True, help="Do not tell what was done, only what could not be done.")
@parameters.no_color
@click.pass_obj
def command(
    outcome: Outcome,
    paths: tuple[str, ...],
    form: Form,
    only_check: bool,
    only_diff: bool,
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
    """Rewrite the layout of declarations into the one canonical form.

    The form is that of declaration 817: marks of Markdown, one blank line between the parts, lines that end in LF.
    No word, no number and no order changes, and lines that cannot be read stay as they are. PATH is a file, a folder
    (every *.md and *.txt file below it that .gitignore does not exclude), or - to read from standard input and write
    to standard output.
    """
    parameters.require_stdin(paths, stdin_filename)
    given = {"force_exclude": force_exclude, "lang": lang}
    choices = Choices(config=config, no_config=no_config, exclude=exclude, given=given)
    does = "diff" if only_diff else "check" if only_check else "write"
    run = _Run(outcome, choices, form, does, quiet=quiet)
    texts = read_all(
        *(paths, stdin_filename, outcome, choices),
        quiet=quiet,
        may_be_empty=only_declarations,
        passes_on=does == "write",
    )
    for text in texts:
        run.take(text, only_declarations=only_declarations, color=not no_color)
    run.tell_counts()


class _Run:
    """Takes the texts one by one, does with each what is wanted, and counts."""

    def __init__(self, outcome: Outcome, choices: Choices, form: Form, does: str, *, quiet: bool) -> None:
        self._outcome = outcome
        self._choices = choices
        self._form = form
        self._does = does
        self._quiet = quiet
        self._lang: Lang = "en"
        self._numbers: Counter[str] = Counter()

    def take(self, text: Input, *, only_declarations: bool, color: bool) -> None:
        """Lay out one text; from standard input it goes to standard output also where it stays as it is."""
        source = text.source
        self._lang = self._choices.of(source.path).lang
        new = self._laid_out(text, only_declarations)
        data = source.data if new is None else (_BOM if source.data.startswith(_BOM) else b"") + new.encode()
        if self._does == "write":
            if text.is_stdin:
                click.echo(data, nl=False)
            elif data != source.data and not self._write(source, data):
                return
        if new is None:
            return
        self._numbers["unchanged" if data == source.data else "changed"] += 1
        if self._does != "write" and data != source.data:
            self._outcome.at_least(FINDINGS)
            if self._does == "diff":
                from declparse.report import diff  # needed only where it is asked for

                if "\r" in source.text and not self._quiet:  # which the diff does not show on a terminal
                    tell(self._say(texts.LINE_ENDS, name=self._name(source)))
                diff.write(self._name(source), source.data.decode(), data.decode(), sys.stdout, color=color)
            else:
                click.echo(printable(self._say(texts.TO_LAY_OUT, name=self._name(source))))

    def tell_counts(self) -> None:
        """Tell how many texts there were of each kind."""
        if self._quiet:
            return
        if self._numbers["passed_over"]:
            tell(self._say(texts.PASSED_OVER, number=Count(self._numbers["passed_over"])))
        changed, unchanged = Count(self._numbers["changed"]), Count(self._numbers["unchanged"])
        if changed or unchanged:
            phrase = texts.LAYOUT_COUNTS if self._does == "write" else texts.LAYOUT_COUNTS_AHEAD
            tell(self._say(phrase, changed=changed, unchanged=unchanged))

    def _laid_out(self, text: Input, only_declarations: bool) -> str | None:
        """Return the text in its canonical layout; None where it stays as it is, which is told."""
        source = text.source
        if source.bad_bytes:
            self._leave_alone(texts.NOT_UTF_8, source)
            return None
        documents = pipeline.parse_all(source)
        if may_be_passed_over(text, documents, only_declarations=only_declarations):
            self._numbers["passed_over"] += 1
            return None
        if not any(document.layout for document in documents):
            self._leave_alone(texts.NO_DECLARATION, source)
            return None
        new = pipeline.laid_out(documents, self._form)
        if new is None:
            self._leave_alone(texts.NOT_THE_SAME, source)
        return new

    def _leave_alone(self, phrase: Phrase, source: SourceText) -> None:
        tell(self._say(phrase, name=self._name(source)))
        self._outcome.at_least(FINDINGS)

    def _write(self, source: SourceText, data: bytes) -> bool:
        """Write a file. True if it was written; else the failure is told."""
        path = source.path or ""
        try:
            writing.rewrite(path, source.data, data)
        except OSError as error:
            self._fail(f"{path}: cannot be written: {error.strerror or error}")
            return False
        if not self._quiet:
            tell(self._say(texts.LAID_OUT, name=path))
        return True

    def _fail(self, message: str) -> None:
        tell(message)
        self._outcome.at_least(FAILED)

    def _name(self, source: SourceText) -> str:
        return file_name(source.path, self._lang)

    def _say(self, phrase: Phrase, **values: object) -> str:
        return say(phrase, self._lang, **values)
