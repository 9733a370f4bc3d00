"""Which files are meant: named ones, all of a folder, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import click

from declparse import source
from declparse.cli import texts
from declparse.cli.choices import Choices
from declparse.cli.outcome import FAILED, Outcome, tell
from declparse.document import Document
from declparse.source import SourceText
from declparse.wording import Count, Phrase, say


class Input(NamedTuple):
    """A text to look at, whether a person named it (it is then expected to be a declaration)."""

    source: SourceText
    named: bool
    is_stdin: bool = False  # then the path is only a name


def read_all(
    paths: Sequence[str],
    stdin_name: str | None,
    outcome: Outcome,
    choices: Choices,
    *,
    quiet: bool = False,
    may_be_empty: bool = False,
    passes_on: bool = False,
) -> Iterator[Input]:
    """Yield the texts of all paths that are not excluded, files of folders in sorted order, each once.

    What cannot be read is told on standard error and makes the outcome a failure; the others are read all the same. So
    does a folder without a file to look at, unless it may be empty, as for a hook. What is named and excluded is told,
    and so is, at the end, how many files of folders are in formats that cannot be read yet, unless it is to be quiet.
    Standard input that is excluded goes to standard output where the command passes texts on. Raises SettingsError.
    """
    reader = _Reader(outcome, choices, quiet=quiet)
    for path in dict.fromkeys(paths or ["."]):
        if path == "-":
            yield from reader.stdin(stdin_name, passes_on=passes_on)
        elif os.path.isdir(path):
            yield from reader.folder(path, may_be_empty=may_be_empty)
        elif not reader.tells_excluded(path):
            yield from reader.files([path], named=True)
    reader.tell_not_yet()


class _Reader:
    """Reads one path after the other, and knows which files it has met."""

    def __init__(self, outcome: Outcome, choices: Choices, *, quiet: bool) -> None:
        self._outcome = outcome
        self._choices = choices
        self._quiet = quiet
        self._seen: set[str] = set()
        self._not_yet: dict[str, str] = {}  # files in formats that cannot be read yet, by their absolute paths

    def stdin(self, name: str | None, *, passes_on: bool) -> Iterator[Input]:
        if sys.stdin is None:
            self._fail("standard input is closed")
            return
        data = sys.stdin.buffer.read()  # also where it is excluded: whoever writes it is not to fail
        if name is None or not self.tells_excluded(name):
            yield Input(source.decode(data, name), True, is_stdin=True)
        elif passes_on:
            click.echo(data, nl=False)

    def folder(self, path: str, *, may_be_empty: bool) -> Iterator[Input]:
        from declparse.files.folders import files_of  # needed for folders only

        found = files_of(path, lambda error: self._fail(f"{error.filename}: cannot be read: {error.strerror}"))
        readable, not_yet = ([name for name in names if not self._excludes(name)] for names in found)
        if readable or may_be_empty:
            self._not_yet |= {os.path.abspath(name): name for name in not_yet}
        elif not_yet:
            number = f"{Count(len(not_yet)):Word or PDF file|Word or PDF files}"
            self._fail(f"{path}: no file to look at: there is only what cannot be read yet, {number}")
        else:
            self._fail(f"{path}: no file to look at: there is no *.md or *.txt file, or all are excluded")
        yield from self.files(readable, named=False)

    def files(self, names: Sequence[str], *, named: bool) -> Iterator[Input]:
        for name in names:
            if os.path.abspath(name) not in self._seen:
                self._seen.add(os.path.abspath(name))
                text = self._read(name)
                if text is not None:
                    yield Input(text, named)

    def tells_excluded(self, name: str) -> bool:
        """True if something that is named must not be looked at, which it tells."""
        if not self._choices.excludes(name, named=True):
            return False
        if not self._quiet:
            self._tell(name, texts.EXCLUDED, name=name)
        return True

    def tell_not_yet(self) -> None:
        """Tell how many files of folders are in formats that cannot be read yet."""
        names = [name for path, name in self._not_yet.items() if path not in self._seen]
        if names and not self._quiet:
            self._tell(names[0], texts.NOT_YET, number=Count(len(names)))

    def _tell(self, about: str, phrase: Phrase, **values: object) -> None:
        """Tell something in the language that is chosen for a file."""
        tell(say(phrase, self._choices.of(about).lang, **values))

    def _excludes(self, name: str) -> bool:
        return self._choices.excludes(name, named=False)

    def _read(self, path: str) -> SourceText | None:
        try:
            return source.read(path)
        except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            self._fail(f"{path}: cannot be read: {reason}")
            return None

    def _fail(self, message: str) -> None:
        tell(message)
        self._outcome.at_least(FAILED)


def may_be_passed_over(text: Input, documents: Sequence[Document], *, only_declarations: bool = False) -> bool:
    """True if a text has no sign of a declaration or of its relatives, and nobody said that it is one.

    An empty text and one that cannot be decoded never are passed over.
    """
    named = text.named and not only_declarations
    readable = not text.source.bad_bytes and text.source.text.strip()
    return not named and bool(readable) and not any(document.resembles for document in documents)
