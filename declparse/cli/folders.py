"""The files of a folder that are looked at: those with the endings of text that no ``.gitignore`` excludes."""

import os
from collections.abc import Callable
from pathlib import Path

from pathspec import GitIgnoreSpec

_ENDINGS = (".md", ".txt")


def files_of(folder: str, on_error: Callable[[OSError], None]) -> list[str]:
    """The ``*.md`` and ``*.txt`` files below a folder that no ``.gitignore`` excludes, sorted.

    ``on_error`` is told of each folder and ``.gitignore`` that cannot be read; the others are looked at all the same.
    """
    found: list[str] = []
    ignore = _Ignore(Path(folder), on_error)
    for top, folders, names in os.walk(folder, onerror=on_error):
        here = Path(top)
        ignore.enter(here)
        folders[:] = [name for name in folders if name != ".git" and not ignore.excludes(here / name, is_folder=True)]
        files = (here / name for name in names if name.lower().endswith(_ENDINGS))
        found += [str(file) for file in files if os.path.isfile(file) and not ignore.excludes(file)]
    return sorted(found)


class _Ignore:
    """The ``.gitignore`` files that hold for a folder.

    Its own, those below it, and those above it in the same repository.
    """

    def __init__(self, folder: Path, on_error: Callable[[OSError], None]) -> None:
        self._on_error = on_error
        self._specs: dict[Path, GitIgnoreSpec] = {}
        top = folder.resolve()
        parents = [top, *top.parents]
        repository = next((parent for parent in parents if os.path.exists(parent / ".git")), top)
        for parent in parents[: parents.index(repository) + 1]:
            self.enter(parent)

    def enter(self, folder: Path) -> None:
        """Takes the rules of a folder into account."""
        folder = folder.resolve()
        file = folder / ".gitignore"
        if folder in self._specs or not os.path.isfile(file):
            return
        try:
            lines = file.read_text("utf-8", "replace").splitlines()
        except OSError as error:
            self._on_error(error)
            return
        self._specs[folder] = GitIgnoreSpec.from_lines(lines)

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
