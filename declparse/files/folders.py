"""The files of a folder: those that are looked at, and those that cannot be read yet; without what git ignores."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from declparse.files import patterns, reading
from declparse.files.patterns import Pattern

_ENDINGS = (".md", ".txt")
_ENDINGS_TO_COME = (".doc", ".docm", ".docx", ".odt", ".pdf", ".rtf")
_OF_AN_OPEN_DOCUMENT = "~$"  # Word puts a small file of such a name beside each document that it has open


class Found(NamedTuple):
    """The files of a folder, sorted: texts, and those in the formats of Word, PDF and their like."""

    texts: list[str]
    not_yet: list[str]


def files_of(folder: str, on_error: Callable[[OSError], None]) -> Found:
    """Return the files below a folder that no ``.gitignore`` excludes.

    ``on_error`` is told of each folder and ``.gitignore`` that cannot be read; the others are looked at all the same.
    """
    found = Found([], [])
    ignore = _Ignore(folder, on_error)
    for top, folders, names in os.walk(folder, onerror=on_error):
        here = ignore.enter(top)
        folders[:] = [name for name in folders if name != ".git" and not ignore.excludes(here, name, is_folder=True)]
        for name in names:
            kind = _kind(found, name)
            if kind is None or ignore.excludes(here, name):
                continue
            file = Path(top, name)  # without a ./ at its start
            if os.path.isfile(file):
                kind.append(str(file))
    found.texts.sort()
    found.not_yet.sort()
    return found


def _kind(found: Found, name: str) -> list[str] | None:
    """Return the list in which a file of that name belongs."""
    ending = name.lower()
    if ending.endswith(_ENDINGS):
        return found.texts
    return found.not_yet if ending.endswith(_ENDINGS_TO_COME) and not name.startswith(_OF_AN_OPEN_DOCUMENT) else None


class _Ignore:
    """The ``.gitignore`` files that hold for a folder.

    Its own, those below it, and those above it in the same repository. Paths are relative to the repository.
    """

    def __init__(self, folder: str, on_error: Callable[[OSError], None]) -> None:
        self._on_error = on_error
        self._patterns: dict[bytes, list[Pattern]] = {}  # of each folder that has any
        top = os.path.realpath(folder)
        parents = [top]
        while os.path.dirname(parents[-1]) != parents[-1]:
            parents.append(os.path.dirname(parents[-1]))
        repositories = (parent for parent in parents if os.path.lexists(os.path.join(parent, ".git")))
        self._root = next(repositories, top)
        for parent in parents[: parents.index(self._root) + 1]:
            self.enter(parent)
        self._excludes_all = top != self._root and patterns.excludes(
            self._relative(top), self._is_excluded, is_folder=True
        )

    def enter(self, folder: str) -> bytes:
        """Take the rules of a folder into account. Returns its path in the repository."""
        real = os.path.realpath(folder)
        here = self._relative(real)
        if here not in self._patterns:
            self._patterns[here] = self._read(os.path.join(real, ".gitignore"))
        return here

    def excludes(self, folder: bytes, name: str, *, is_folder: bool = False) -> bool:
        """True if the rules exclude a file or folder that stands in a folder which they do not exclude."""
        return self._excludes_all or bool(self._is_excluded(_joined(folder, os.fsencode(name)), is_folder))

    def _is_excluded(self, path: bytes, is_folder: bool) -> bool | None:
        """Return what the nearest rules say that are about this very path."""
        folder = path
        while folder:
            folder = folder.rpartition(b"/")[0]
            name = path[len(folder) + 1 if folder else 0 :]
            answer = patterns.verdict(self._patterns.get(folder, ()), name, is_folder)
            if answer is not None:
                return answer
        return None

    def _relative(self, folder: str) -> bytes:
        path = os.path.relpath(folder, self._root)
        return b"" if path == os.curdir else os.fsencode(path.replace(os.sep, "/"))

    def _read(self, file: str) -> list[Pattern]:
        try:
            return patterns.of_gitignore(reading.read(file))
        except (FileNotFoundError, IsADirectoryError):
            return []
        except OSError as error:
            self._on_error(error)
            return []


def _joined(folder: bytes, name: bytes) -> bytes:
    return folder + b"/" + name if folder else name
