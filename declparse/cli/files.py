"""Which files are meant: named ones, all of a folder, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from declparse import source
from declparse.cli.outcome import FAILED, Outcome, tell
from declparse.document import Document
from declparse.source import SourceText


class Input(NamedTuple):
    """A text to look at, whether a person named it (it is then expected to be a declaration)."""

    source: SourceText
    named: bool
    is_stdin: bool = False  # then the path is only a name


class Excludes(Protocol):
    """Says of a file whether it must not be looked at; a named file is looked at unless excludes are enforced."""

    def __call__(self, path: str, *, named: bool) -> bool: ...


def exclude_nothing(path: str, *, named: bool) -> bool:
    """Looks at every file."""
    return False


def read_all(
    paths: Sequence[str],
    stdin_name: str | None,
    outcome: Outcome,
    excludes: Excludes = exclude_nothing,
    *,
    may_be_empty: bool = False,
) -> Iterator[Input]:
    """The texts of all paths, files of folders in sorted order, each once.

    What cannot be read is told on standard error and makes the outcome a failure; the others are read all the same. So
    does a folder without a file to look at, unless it may be empty, as for a hook.
    """
    seen: set[str] = set()
    for path in dict.fromkeys(paths or ["."]):
        if path == "-":
            text = _read_stdin(stdin_name, outcome)
            if text is not None:
                yield Input(text, True, is_stdin=True)
            continue
        folder = os.path.isdir(path)
        names = _files_of(path, outcome) if folder else [path]
        names = [name for name in names if not excludes(name, named=not folder)]
        if folder and not names and not may_be_empty:
            _fail(outcome, f"{path}: no file to look at: there is no *.md or *.txt file, or all are excluded")
        for name in names:
            if os.path.abspath(name) not in seen:
                seen.add(os.path.abspath(name))
                text = _read(name, outcome)
                if text is not None:
                    yield Input(text, not folder)


def may_be_passed_over(text: Input, documents: Sequence[Document], *, only_declarations: bool = False) -> bool:
    """Whether a text has no sign of a declaration or of its relatives, and nobody said that it is one.

    An empty text and one that cannot be decoded never are passed over.
    """
    named = text.named and not only_declarations
    readable = not text.source.bad_bytes and text.source.text.strip()
    return not named and bool(readable) and not any(document.resembles for document in documents)


def _files_of(folder: str, outcome: Outcome) -> list[str]:
    from declparse.cli.folders import files_of  # needed for folders only

    return files_of(folder, lambda error: _fail(outcome, f"{error.filename}: cannot be read: {error.strerror}"))


def _read_stdin(name: str | None, outcome: Outcome) -> SourceText | None:
    if sys.stdin is None:
        _fail(outcome, "standard input is closed")
        return None
    return source.decode(sys.stdin.buffer.read(), name)


def _read(path: str, outcome: Outcome) -> SourceText | None:
    try:
        return source.read(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        _fail(outcome, f"{path}: cannot be read: {reason}")
        return None


def _fail(outcome: Outcome, message: str) -> None:
    tell(message)
    outcome.at_least(FAILED)
