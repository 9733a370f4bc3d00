"""Which files are meant: named ones, all of a folder, standard input."""

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from declparse import source
from declparse.cli.outcome import FAILED, Outcome
from declparse.source import SourceText

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_ENDINGS = (".md", ".txt")


class Input(NamedTuple):
    """A text to look at, and whether a person named it, so that it is expected to be a declaration."""

    source: SourceText
    named: bool


def read_all(paths: Sequence[str], stdin_name: str | None, outcome: Outcome) -> Iterator[Input]:
    """The texts of all paths, files of folders in sorted order, each once.

    What cannot be read is told on standard error and makes the outcome a failure; the others are read all the same.
    """
    seen: set[str] = set()
    for path in paths or ["."]:
        if path == "-":
            yield Input(source.decode(sys.stdin.buffer.read(), stdin_name), True)
            continue
        folder = os.path.isdir(path)  # noqa: PTH112 - start-up: pathlib is needed for folders only
        names = files_of(Path(path)) if folder else [path]
        if not names:
            _fail(outcome, f"{path}: no file to look at: the folder has no *.md or *.txt file")
        for name in names:
            if os.path.abspath(name) not in seen:  # noqa: PTH100
                seen.add(os.path.abspath(name))  # noqa: PTH100
                text = _read(name, outcome)
                if text is not None:
                    yield Input(text, not folder)


def files_of(folder: Path) -> list[str]:
    """The ``*.md`` and ``*.txt`` files below a folder that no ``.gitignore`` excludes, sorted."""
    found: list[str] = []
    ignore = _Ignore(folder)
    for top, folders, names in os.walk(folder):
        here = Path(top)
        ignore.enter(here)
        folders[:] = [name for name in folders if name != ".git" and not ignore.excludes(here / name, is_folder=True)]
        files = (here / name for name in names if name.lower().endswith(_ENDINGS))
        found += [str(file) for file in files if file.is_file() and not ignore.excludes(file)]
    return sorted(found)


class _Ignore:
    """The ``.gitignore`` files that hold for a folder.

    Its own, those below it, and those above it in the same repository.
    """

    def __init__(self, folder: Path) -> None:
        self._specs: dict[Path, GitIgnoreSpec] = {}
        top = folder.resolve()
        parents = [top, *top.parents]
        repository = next((parent for parent in parents if (parent / ".git").exists()), top)
        for parent in parents[: parents.index(repository) + 1]:
            self.enter(parent)

    def enter(self, folder: Path) -> None:
        """Takes the rules of a folder into account."""
        folder = folder.resolve()
        file = folder / ".gitignore"
        if folder not in self._specs and file.is_file():
            from pathspec import GitIgnoreSpec

            self._specs[folder] = GitIgnoreSpec.from_lines(file.read_text("utf-8", "replace").splitlines())

    def excludes(self, path: Path, *, is_folder: bool = False) -> bool:
        """Whether the rules exclude a file or folder; those of the nearest folder win."""
        path = path.parent.resolve() / path.name
        for parent in path.parents:
            if parent in self._specs:
                name = path.relative_to(parent).as_posix() + ("/" if is_folder else "")
                answer = self._specs[parent].check_file(name).include
                if answer is not None:
                    return answer
        return False


def _read(path: str, outcome: Outcome) -> SourceText | None:
    try:
        return source.read(path)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL in it
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        _fail(outcome, f"{path}: cannot be read: {reason}")
        return None


def _fail(outcome: Outcome, message: str) -> None:
    click.echo(f"declparse: {message}", err=True)
    outcome.at_least(FAILED)
