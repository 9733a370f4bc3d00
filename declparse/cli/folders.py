"""The files of a folder: those that are looked at, and those that cannot be read yet; without what git ignores."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from declparse import patterns, plain_files

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

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
        self._specs: dict[str, GitIgnoreSpec] = {}  # of each folder that has any patterns
        top = Path(os.path.realpath(folder))
        parents = [top, *top.parents]
        root = next((parent for parent in parents if os.path.lexists(parent / ".git")), top)
        self._root = str(root)
        for parent in parents[: parents.index(root) + 1]:
            self.enter(str(parent))
        above = parents[: parents.index(root)]
        self._excludes_all = any(self._is_excluded(self._relative(str(parent)) + "/") for parent in above)

    def enter(self, folder: str) -> str:
        """Take the rules of a folder into account. Returns its path in the repository."""
        real = os.path.realpath(folder)
        here = self._relative(real)
        if here not in self._specs:
            spec = self._read(os.path.join(real, ".gitignore"))
            if spec is not None:
                self._specs[here] = spec
        return here

    def excludes(self, folder: str, name: str, *, is_folder: bool = False) -> bool:
        """True if the rules exclude a file or folder that stands in a folder which they do not exclude."""
        return self._excludes_all or self._is_excluded(f"{folder}/{name}".lstrip("/") + "/" * is_folder)

    def _is_excluded(self, path: str) -> bool:
        """True if the nearest rules that are about this very path exclude it."""
        folder = path.rstrip("/")
        while folder:
            folder = folder.rpartition("/")[0]
            spec = self._specs.get(folder)
            answer = spec.check_file(path[len(folder) :].lstrip("/")).include if spec else None
            if answer is not None:
                return answer
        return False

    def _relative(self, folder: str) -> str:
        path = os.path.relpath(folder, self._root)
        return "" if path == os.curdir else path.replace(os.sep, "/")

    def _read(self, file: str) -> "GitIgnoreSpec | None":
        try:
            return patterns.of_gitignore(plain_files.read(file))
        except (FileNotFoundError, IsADirectoryError):
            return None
        except OSError as error:
            self._on_error(error)
            return None
